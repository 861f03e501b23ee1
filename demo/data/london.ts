import type { Seed } from '../backend/seed.js';
import { londonBusiness } from './business.js';
import { directory } from './directory.js';
import { londonDistricts } from './districts.js';
import { londonDocuments } from './documents.js';
import { massageForm } from './intake-form.js';
import { mara } from './mara.js';
import { londonServices } from './services.js';
import { londonTexts } from './texts.js';
import { warmStonesForm } from './warm-stones-form.js';

/**
 * The demo's data. `publicUrl` is where the backend is reached, without a slash at its end; `directorySize` how many
 * therapists there are besides Mara, forty without it.
 */
export function londonSeed(publicUrl: string, directorySize?: number): Seed {
  const business = londonBusiness(publicUrl);
  return {
    business,
    services: londonServices,
    practitioners: [mara(publicUrl), ...directory(publicUrl, directorySize)],
    intakeForms: [massageForm, warmStonesForm],
    consentDocuments: londonDocuments,
    districts: londonDistricts,
    texts: londonTexts,
  };
}

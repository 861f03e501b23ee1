import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryBackend } from '../../../src/backend/memory/memory-backend.js';

describe('the memory backend in another language', () => {
  const texts = { de: { 'Back massage': 'Rückenmassage', 'Privacy notice': 'Datenschutzhinweise' } };
  const speaking = (language?: string) => memoryBackend('default', { texts, environment: { language } });

  it('says what it knows, and its form says which language that is', async () => {
    const { services } = await speaking('de-AT').catalogue({});
    assert.ok(services.some(({ name }) => name === 'Rückenmassage'));
    const { business } = await speaking('de').discovery();
    assert.equal(business.privacyNotice?.title, 'Datenschutzhinweise');
    const [{ intakeForm } = {}] = services.filter((service) => service.intakeForm);
    if (intakeForm) assert.equal((await speaking('de').intakeForm(intakeForm)).language, 'de');
  });

  it('stays as it is for everybody else', async () => {
    for (const language of [undefined, 'en-GB', 'en', 'pl', 'de_DE']) {
      const { services } = await speaking(language).catalogue({});
      assert.ok(
        services.some(({ name }) => name === 'Back massage'),
        language,
      );
    }
  });
});

import { Translation, wantedLanguage } from '../../domain/texts/translation.js';
import type { MemoryOptions } from './memory-backend.js';

/**
 * A public answer in the language that was asked for, as far as it is there. What is agreed to stays in the words whose hash it
 * has, and what somebody sent comes back as it was.
 */
export async function saidIn(
  { texts = {}, reviewedLanguages }: Pick<MemoryOptions, 'texts' | 'reviewedLanguages'>,
  { method = 'GET', headers }: RequestInit,
  response: Response,
): Promise<Response> {
  const tag = wantedLanguage(new Headers(headers).get('accept-language') ?? '', 'en-GB', Object.keys(texts));
  const isJson = response.headers.get('content-type') === 'application/json';
  if (!tag || method !== 'GET' || !isJson || new Headers(headers).has('authorization')) return response;
  const answer = (await response.clone().json()) as object;
  if ('hash' in answer) return response;
  const said: object = new Translation(tag, texts[tag]!).of(answer);
  const inLanguage = 'rules' in answer ? { ...said, language: tag, translatedFrom: 'en-GB', reviewedLanguages } : said;
  const saidHeaders = new Headers(response.headers);
  saidHeaders.set('content-language', tag);
  return new Response(JSON.stringify(inLanguage), { status: response.status, headers: saidHeaders });
}

// What VS Code offers where the cursor (|) stands, with the package's data as a workspace would name it:
// node complete.mjs <folder of the package> <html|css> <text with a cursor> …. Prints, for each text, the words offered and
// what hovering says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import html from 'vscode-html-languageservice';
import css from 'vscode-css-languageservice';

const [folder, language, ...texts] = process.argv.slice(2);
const data = JSON.parse(readFileSync(join(folder, `dist/vscode.${language}-custom-data.json`), 'utf8'));

const services = {
  html() {
    const service = html.getLanguageService({
      useDefaultDataProvider: false,
      customDataProviders: [html.newHTMLDataProvider('knead', data)],
    });
    return { service, create: html.TextDocument.create, parse: (document) => service.parseHTMLDocument(document) };
  },
  css() {
    const service = css.getCSSLanguageService({
      useDefaultDataProvider: false,
      customDataProviders: [css.newCSSDataProvider(data)],
    });
    return { service, create: css.TextDocument.create, parse: (document) => service.parseStylesheet(document) };
  },
};
const { service, create, parse } = services[language]();

const answers = texts.map((text) => {
  const document = create(`file:///page.${language}`, language, 1, text.replace('|', ''));
  const position = document.positionAt(text.indexOf('|'));
  const parsed = parse(document);
  const { items } = service.doComplete(document, position, parsed);
  return {
    words: items.map(({ label }) => label),
    hover: service.doHover(document, position, parsed)?.contents.value ?? null,
  };
});
process.stdout.write(JSON.stringify(answers));

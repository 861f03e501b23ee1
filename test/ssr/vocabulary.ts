import ts from 'typescript';

/** A finding of the validator. */
interface Issue {
  severity: string;
  issueMessage: string;
  fieldNames?: string[];
}

/** The part of the validator that is used; it comes without types. */
type Validator = new () => { validate(extracted: { jsonld: Record<string, object[]> }): Promise<Issue[]> };

/**
 * What is wrong with structured data: types, properties and values that schema.org does not have (by the vocabulary as
 * `schema-dts` writes it, which the compiler holds the data against), and what search engines would miss (by Adobe's validator).
 */
export async function faultsIn(data: Record<string, unknown>): Promise<string[]> {
  return [...vocabularyFaults(data), ...(await searchFaults(data))];
}

/** The vocabulary is a megabyte of types: read once. */
const read = new Map<string, ts.SourceFile | undefined>();

function vocabularyFaults(data: object): string[] {
  const file = 'structured-data.ts';
  const text = `import type { Thing, WithContext } from 'schema-dts';\nexport const data: WithContext<Exclude<Thing, string>> = ${JSON.stringify(data, null, 1)};\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => {
    if (name === file) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    if (!read.has(name)) read.set(name, getSourceFile(name, ...rest));
    return read.get(name);
  };
  host.fileExists = (name) => name === file || fileExists(name);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start, file: found }) => {
    const line = start === undefined ? '' : (found?.text.slice(start).split('\n')[0] ?? '');
    return `${line.trim()} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`.slice(0, 400);
  });
}

async function searchFaults(data: Record<string, unknown>): Promise<string[]> {
  // By a name that is no literal: the package has no types to find.
  const name: string = '@adobe/structured-data-validator';
  const { default: Validator } = (await import(name)) as { default: Validator };
  const issues = await new Validator().validate({ jsonld: { [String(data['@type'])]: [data] } });
  return issues.map(({ severity, issueMessage }) => `${severity}: ${issueMessage}`);
}

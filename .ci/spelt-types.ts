/** Types as a reader of the manifest can use them: what the sources call by a name is told by what it is. */
import ts from 'typescript';

/** Types of elements and events, as the compiler knows them. */
export interface SpeltTypes {
  /** The type of a property if it is a choice of words (`'incall' | 'outcall' | null` for `Place | null`); otherwise undefined. */
  property(className: string, property: string): string | undefined;
  /** The type of an event of `src/contract/events.ts`; undefined for one it does not name. */
  event(name: string): string | undefined;
}

/** Reads the sources: the classes of some files, and the events. It takes the compiler a few seconds. */
export function speltTypes(files: readonly string[]): SpeltTypes {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const entries = [...files, 'src/contract/events.ts'];
  const program = ts.createProgram(entries, options);
  const checker = program.getTypeChecker();
  const exported = new Map(
    entries.flatMap((entry) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
      return checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol] as const);
    }),
  );
  const memberType = (owner: string, member: string): ts.Type | undefined => {
    const symbol = exported.get(owner);
    if (!symbol) return undefined;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const found = checker.getDeclaredTypeOfSymbol(target).getProperty(member);
    return found && checker.getTypeOfSymbol(found);
  };
  return {
    property(className, property) {
      const type = memberType(className, property);
      const parts = type?.isUnion() ? type.types : type ? [type] : [];
      const words = parts.flatMap((part) => (part.isStringLiteral() ? `'${part.value}'` : []));
      const empty = parts.flatMap((part) =>
        part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined) ? checker.typeToString(part) : [],
      );
      return words.length > 0 && words.length + empty.length === parts.length
        ? [...words, ...empty].join(' | ')
        : undefined;
    },
    event(name) {
      const detail = memberType('KneadEvents', name);
      if (!detail) return undefined;
      const text = checker.typeToString(detail, undefined, ts.TypeFormatFlags.NoTruncation);
      return `CustomEvent<${text.replaceAll('; }', ' }').replaceAll('"', "'")}>`;
    },
  };
}

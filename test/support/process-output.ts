/** What a process writes from now on, while it still goes where it went. `end` stops listening and hands it over. */
export function overheardProcess(): { end(): string[] } {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
  for (const { stream, write } of streams) {
    stream.write = ((...given: Parameters<typeof write>) => {
      lines.push(String(given[0]));
      return write(...given);
    }) as typeof stream.write;
  }
  return {
    end() {
      for (const { stream, write } of streams) stream.write = write;
      return lines;
    },
  };
}

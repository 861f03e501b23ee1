/** In a browser test: the address of the reference backend, which runs on another origin for the whole test run. */
export async function realBackend(): Promise<string> {
  const response = await fetch('/__backend');
  const { url } = (await response.json()) as { url: string };
  return url;
}

/** A page written in MDX, as Storybook compiles it. */
declare module '*.mdx' {
  const Page: () => unknown;
  export default Page;
}

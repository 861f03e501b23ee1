/** What a script-tag file may leave in the page besides element definitions: the version marks of Lit and zod. */
export const versionMarks: readonly string[] = [
  'litElementVersions',
  'litPropertyMetadata',
  'litHtmlVersions',
  'reactiveElementVersions',
  '__zod_globalConfig',
  '__zod_globalRegistry',
];

// Bundles entries with one bundler as its makers set it up for production: node bundle.mjs <bundler> <entry> …. Each goes into a
// folder `built` beside it, where the first file is called entry.js; what an import() loads later lies beside that.
import { resolve } from 'node:path';

const [bundler, ...entries] = process.argv.slice(2);

const bundlers = {
  async esbuild(entry, folder) {
    const { build } = await import('esbuild');
    await build({
      entryPoints: { entry },
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      target: 'es2022',
      logLevel: 'error',
    });
  },
  async webpack(entry, folder) {
    const { default: webpack } = await import('webpack');
    const compiler = webpack({
      mode: 'production',
      context: resolve(entry, '..'),
      entry: { entry },
      output: { path: folder, filename: '[name].js', publicPath: 'auto', module: true },
      experiments: { outputModule: true },
      target: ['web', 'es2022'],
      // Which modules stay is settled by then; to make them small takes ten times as long.
      optimization: { minimize: false },
      performance: false,
    });
    const stats = await new Promise((done, fail) => compiler.run((error, all) => (error ? fail(error) : done(all))));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
  },
};

for (const entry of entries) await bundlers[bundler](entry, resolve(entry, '../built'));

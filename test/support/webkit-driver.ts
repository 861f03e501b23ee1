import { spawn, type ChildProcess } from 'node:child_process';
import { freePort } from './free-port.js';

/** WebKitGTK's driver, on a display of its own. */
export interface WebKitDriver {
  port: number;
  /** Ends driver, display and browsers. */
  end(): void;
}

/**
 * Starts WebKitGTK's driver. The browser has no headless mode, so the driver runs on a virtual display, which ends with it.
 * @throws if it does not start.
 */
export async function startWebKitDriver(env: NodeJS.ProcessEnv): Promise<WebKitDriver> {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    env,
    stdio: 'ignore',
    detached: true,
  });
  process.once('exit', () => end(driver));
  await answers(port, driver);
  return { port, end: () => end(driver) };
}

/** What a session asks of the driver: the small browser that comes with it, by the only protocol that it speaks. */
export function webKitCapabilities(binary: string): WebdriverIO.Capabilities {
  return {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  } as WebdriverIO.Capabilities;
}

function end(driver: ChildProcess): void {
  if (driver.pid === undefined || driver.exitCode !== null) return;
  try {
    // The display server and the driver are children of xvfb-run: all of its group, and nothing else.
    process.kill(-driver.pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}

async function answers(port: number, driver: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && driver.exitCode === null) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  end(driver);
  throw new Error('WebKitWebDriver did not start');
}

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { besideScript, setScriptBase } from '../../src/backend/beside-script.js';

/** Where every path is the same small module: what follows is a comment in it. */
const EVERYWHERE = `data:text/javascript,${encodeURIComponent('export default import.meta.url//')}`;
const NOWHERE = new URL('./nowhere/', import.meta.url).href;

describe('a file beside the script', () => {
  let said: string[];

  beforeEach(() => {
    said = [];
    mock.method(console, 'warn', (text: string) => void said.push(text));
  });
  afterEach(() => {
    mock.restoreAll();
    setScriptBase(null);
  });

  it('is loaded from there', async () => {
    setScriptBase(EVERYWHERE);
    const loaded = await besideScript<{ default: string }>('parts/one.js?abc');
    assert.equal(loaded.default, `${EVERYWHERE}parts/one.js?abc`);
    assert.deepEqual(said, []);
  });

  it('is missed aloud once, with where it was looked for: what is in the way of one is in the way of all', async () => {
    await assert.rejects(besideScript('parts/two.js'), 'nobody knows where the script is');
    setScriptBase(NOWHERE);
    for (const path of ['parts/two.js', 'parts/three.js']) await assert.rejects(besideScript(path));
    assert.equal(said.length, 1);
    assert.match(said[0]!, /parts\/two\.js did not load.*script-src/);
  });

  it('is asked for at another address after one was missed, because some engines remember that', async () => {
    setScriptBase(NOWHERE);
    await assert.rejects(besideScript('parts/four.js?abc'));
    setScriptBase(EVERYWHERE);
    const again = await besideScript<{ default: string }>('parts/four.js?abc');
    assert.match(again.default, /parts\/four\.js\?abc\?\d+$/);
  });
});

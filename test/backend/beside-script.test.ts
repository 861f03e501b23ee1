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

  it('is missed aloud once, each for itself, with where it was looked for', async () => {
    setScriptBase(NOWHERE);
    for (const path of ['parts/two.js', 'parts/two.js', 'parts/three.js']) await assert.rejects(besideScript(path));
    assert.equal(said.length, 2);
    assert.match(said[0]!, /nowhere\/parts\/two\.js could not be loaded.*script-src/);
    assert.match(said[1]!, /nowhere\/parts\/three\.js/);
  });

  it('is asked for at another address after it was missed, because some engines remember that', async () => {
    setScriptBase(NOWHERE);
    await assert.rejects(besideScript('parts/four.js?abc'));
    setScriptBase(EVERYWHERE);
    const again = await besideScript<{ default: string }>('parts/four.js?abc');
    assert.equal(again.default, `${EVERYWHERE}parts/four.js?abc?1`);
    const other = await besideScript<{ default: string }>('parts/five.js');
    assert.equal(other.default, `${EVERYWHERE}parts/five.js`);
  });

  it('cannot be loaded where nobody knows where the script is', async () => {
    await assert.rejects(besideScript('parts/six.js'));
    assert.match(said[0]!, /parts\/six\.js could not be loaded/);
  });
});

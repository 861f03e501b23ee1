import type { Plugin } from 'vite';

/**
 * Lit makes its Trusted Types policy `lit-html` while its module loads. On a page whose policy list does not name it, or
 * where another Lit has taken the name, that throws and no element is ever defined. In the script-tag files the policy
 * gets a name of our own, one per file because a name may be taken once only, and a refusal is survived: the page then
 * shows what stands inside the tag.
 */
export function litPolicy(name: string): Plugin {
  const pattern = /(\b[\w$]+)\.createPolicy\((["'])lit-html\2,\s*(\{createHTML:\s*\(?\w+\)?\s*=>\s*\w+\s*\})\)/g;
  let renamed = 0;
  return {
    name: 'knead:lit-policy',
    apply: 'build',
    buildStart() {
      renamed = 0;
    },
    transform: {
      filter: { id: /[\\/]lit-html[\\/](.+[\\/])?lit-html\.js$/ },
      handler(code) {
        return code.replace(pattern, (_call, api: string, _quote, rules: string) => {
          renamed += 1;
          return `(()=>{try{return ${api}.createPolicy(${JSON.stringify(name)},${rules})}catch{}})()`;
        });
      },
    },
    generateBundle() {
      if (renamed !== 1) this.error(`expected to rename Lit's policy once, did so ${renamed} times: has Lit changed?`);
    },
  };
}

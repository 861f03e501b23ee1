/** Faults by name, each a change to the text of `knead.js`. The matrix has to see every one of them. */
export const plantedFaults: Readonly<Record<string, (script: string) => string>> = {
  /** What Lit's styleMap does when it draws for the first time. */
  styleMap: (script) =>
    `${script};(()=>{const{prototype:p}=customElements.get("knead-booking"),{updated:u}=p;p.updated=function(c){` +
    `u.call(this,c);this.renderRoot.querySelector("div").setAttribute("style","--planted:1")}})()`,
  global: (script) => `${script};window.planted=1`,
  /** The name that Lit gives to its policy. */
  'lit-policy': (script) => {
    const renamed = script.replace(/createPolicy\((["'`])knead\1/, 'createPolicy("lit-html"');
    if (renamed === script) throw new Error('there is no policy called knead to rename: has the build changed?');
    return renamed;
  },
};

/** For each file of Lit: what it has, letter by letter, and what stands there instead. */
export const changes: Record<string, readonly [string, string][]> = {
  '@lit/reactive-element/reactive-element.js': [
    // Properties are declared by our build alone: no accessors of their own, no default options.
    [
      'const{is:i,defineProperty:e,getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o,getPrototypeOf:n}=Object,',
      'const{is:i,defineProperty:e,getPrototypeOf:n}=Object,',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['static createProperty(t,s=b){', 'static createProperty(t,s){'],
    [
      'this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}',
      '!0){this.elementProperties.set(t,s);const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(e){const h=this[i];this[i]=e,this.requestUpdate(t,h,s)},configurable:!0,enumerable:!0})}}',
    ],
    [
      'static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??b}',
      '',
    ],
    [
      'const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])',
      'for(const[t,s]of Object.entries(this.properties))this.createProperty(t,s)',
    ],
    ['"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0', 'i??t.toLowerCase()'],
    [',b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}', ''],
    // Attributes are text, numbers, or there or not; one property has a way of its own to read its attribute.
    ['c=a.trustedTypes,l=c?c.emptyScript:"",', ''],
    [
      'u={toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}}',
      'u={}',
    ],
    [
      'const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);',
      'const h=i.type===Boolean?s?"":null:s;',
    ],
    [
      'const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null',
      'const{converter:h,type:r}=i.elementProperties.get(e);this._$Em=e,this[e]=h?h.fromAttribute(s):r===Boolean?null!==s:r===Number&&null!==s?Number(s):s,this._$Em=null',
    ],
    [
      'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}',
      'requestUpdate(t,s,i){if(void 0!==t){if(!f(this[t],s))return;this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0),i?.reflect&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
    ],
    [
      'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      '',
    ],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    // Styles are a list, and every shadow root is open.
    [
      'finalizeStyles(s){const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i}',
      'finalizeStyles(s){return[s??[]].flat(1/0)}',
    ],
    ['this.attachShadow(this.constructor.shadowRootOptions)', 'this.attachShadow({mode:"open"})'],
    ['y.elementStyles=[],y.shadowRootOptions={mode:"open"},', ''],
    // An update is never put off or skipped.
    ['removeController(t){this._$EO?.delete(t)}', ''],
    [
      'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
      'return this.performUpdate(),!this.isUpdatePending}',
    ],
    [
      'let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)',
      'const s=this._$AL;try{this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)}catch(s){throw this._$EM(),s}this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated=!0,this.updated(s)',
    ],
    [
      '_$AE(t){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}',
      '',
    ],
    [
      'return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}',
      'return this._$ES}',
    ],
    ['firstUpdated(t){}', ''],
  ],
  'lit-element/lit-element.js': [
    [
      'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
      '',
    ],
    [',this._$Do=void 0', ''],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    ['this._$Do=e(', 'e('],
    [
      'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return r}',
      '',
    ],
    ['i._$litElement$=!0,', ''],
  ],
  'lit-html/lit-html.js': [
    // Templates are HTML, without comments, and without expressions but for text and attributes.
    ['v=/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g,_=/-->/g,m=/>/g,', 'v=/<\\/?[a-zA-Z][^>\\s]*/g,'],
    ['g=/\'/g,$=/"/g,y=/^(?:script|style|textarea|title)$/i,', '$=/"/g,'],
    ['w=x(2),T=x(3),', ''],
    ['throw Error("invalid template strings array")', 'throw Error()'],
    ['let n,l=2===i?"<svg>":3===i?"<math>":"",c=v;', 'let l="",c=v;'],
    [
      'c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p):c===p?">"===u[0]?(c=n??v,d=-1):void 0===u[1]?d=-2:(d=c.lastIndex-u[2].length,a=u[1],c=void 0===u[3]?p:\'"\'===u[3]?$:g):c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0);const x=c===p&&t[i+1].startsWith("/>")?" ":"";l+=c===v?s+r:d>=0?(e.push(a),s.slice(0,d)+h+s.slice(d)+o+x):s+o+(-2===d?i:x)}',
      'c!==p?c=p:">"===u[0]?(c=v,d=-1):void 0!==u[1]&&(d=c.lastIndex-u[2].length,a=u[1],c=void 0===u[3]?p:$);l+=c===v?s+r:d>=0?(e.push(a),s.slice(0,d)+h+s.slice(d)+o):s+o}',
    ],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    ['if(r.hasAttributes())for(const t of', 'for(const t of'],
    ['{type:1,index:l,name:', '{index:l,name:'],
    [
      'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}}else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}l++}',
      '}else r.data===n&&d.push({index:l});l++}',
    ],
    // No directive needs to know when it is gone or moved, or what it stands in.
    ['(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),', '(h=void 0===o?o:new o(t),'],
    ['h._$AS(t,i.values)', 'h.update(t,i.values)'],
    [
      'this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}',
      'this._$AV=[],this._$AD=t}',
    ],
    ['(t?.creationScope??l)', 'l'],
    [
      'if(o===r.index){let i;2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),this._$AV.push(i),r=s[++n]}',
      'o===r.index&&(this._$AV.push(new(r.ctor??k)(h,r.ctor?r.name:h.nextSibling,t,r.strings)),r=s[++n]),',
    ],
    ['o!==r?.index&&(', 'o!==r?.index&&('],
    ['void 0!==s&&(void 0!==s.strings?(', '(void 0!==s.strings?('],
    [
      'get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,e){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
      'constructor(t,i,s){this._$AH=A,this._$AA=t,this._$AB=i,this.options=s}',
    ],
    [
      'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
      'const{values:i}=t,e=this._$AC(t);',
    ],
    ['new R(e,this)', 'new R(e)'],
    ['new k(this.O(c()),this.O(c()),this,this.options)', 'new k(this.O(c()),this.O(c()),this.options)'],
    [
      '_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;)',
      '_$AR(t=this._$AA.nextSibling){for(;t!==this._$AB;)',
    ],
    ['this._$AR(s&&s._$AB.nextSibling,e)', 'this._$AR(s&&s._$AB.nextSibling)'],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    [
      'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,e,h){this.type=1,this._$AH=A,this._$AN=void 0,this.element=t,this.name=i,this._$AM=e,this.options=h,',
      'constructor(t,i,h,s){this._$AH=A,this.element=t,this.name=i,this.options=h,',
    ],
    [':this._$AH=A}_$AI(t,i=this,s,e){', ':0}_$AI(t,i=this,s){'],
    ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
    ['constructor(){super(...arguments),this.type=3}', ''],
    ['constructor(){super(...arguments),this.type=4}', ''],
    ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
    // Listeners are functions of the element they stand in.
    ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);', ',h=t!==A&&s===A;'],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options.host,t)',
    ],
    [
      'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},B',
      'const B',
    ],
    [
      'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h',
      '(i._$litPart$??=new k(i.appendChild(c()),null,s))._$AI(t)',
    ],
    [
      'export{j as _$LH,b as html,T as mathml,E as noChange,A as nothing,D as render,w as svg}',
      'export{b as html,E as noChange,A as nothing,D as render}',
    ],
  ],
  'lit-html/directive.js': [
    [
      'constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i}_$AS(t,e){return this.update(t,e)}',
      '',
    ],
  ],
};

// What a page translator does: every text, also in open shadow roots and also later ones, is put into two `font` elements.
// The words stay as they are here, so that one can see whether they are still the right ones.
const SKIPPED = /^(SCRIPT|STYLE|TEXTAREA|FONT|TITLE)$/;

function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const texts = [];
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node);
    else if (node.shadowRoot) watch(node.shadowRoot);
  }
  for (const text of texts) {
    const parent = text.parentNode;
    if (!text.data.trim() || !parent || SKIPPED.test(parent.nodeName)) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    parent.replaceChild(outer, text);
    inner.append(document.createTextNode(text.data));
    outer.append(inner);
  }
}

const watched = new WeakSet();
function watch(root) {
  if (watched.has(root)) return;
  watched.add(root);
  translate(root);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType === Node.TEXT_NODE) translate(target.parentNode ?? target);
      for (const node of addedNodes) if (node.isConnected) translate(node.parentNode);
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
}

document.documentElement.classList.add('translated-ltr');
watch(document.body);

/*
 * Runs inside a page, which may be a hostile one: plain functions, no option bags, text in and text out. Things are found
 * by role and name as assistive technology is told them, in open shadow roots too, as far as native elements and the labels
 * of this project go. It is an expression, which evaluates to a function of what is asked and three arguments.
 */
(function (asked, role, name, index) {
  var SELECTORS = {
    button: 'button, [role=button]',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    textbox: 'input:not([type=radio], [type=checkbox], [type=hidden], [type=submit], [type=button]), textarea',
    heading: 'h1, h2, h3, h4, h5, h6',
    link: 'a[href]',
  };
  var SILENT = /^(script|style|template|noscript|head)$/;

  /* What is drawn below a node, in the order of the page: shadow roots for their hosts, what is slotted for its slot. */
  function below(node) {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === 'slot' && node.assignedNodes().length > 0) return node.assignedNodes();
    return node.childNodes;
  }

  function isDrawn(element) {
    return element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;
  }

  function collect(node, selector, into) {
    var nodes = below(node);
    for (var at = 0; at < nodes.length; at += 1) {
      var each = nodes[at];
      if (each.nodeType !== 1) continue;
      if (each.matches(selector) && isDrawn(each)) into.push(each);
      collect(each, selector, into);
    }
    return into;
  }

  function words(node) {
    var said = '';
    var nodes = below(node);
    for (var at = 0; at < nodes.length; at += 1) {
      var each = nodes[at];
      if (each.nodeType === 3) said += each.data;
      else if (each.nodeType === 1 && !SILENT.test(each.localName) && each.getAttribute('aria-hidden') !== 'true') {
        // Contents without a box of their own (slots) are drawn where their parent is.
        if (getComputedStyle(each).display === 'contents' || isDrawn(each)) {
          said += (/^(inline|contents)/.test(getComputedStyle(each).display) ? '' : '\n') + words(each) + ' ';
        }
      }
    }
    return said;
  }

  function tidy(text) {
    return text.replace(/\s+/g, ' ').trim();
  }

  function nameOf(element) {
    var label = element.getAttribute('aria-label');
    if (label) return tidy(label);
    var ids = element.getAttribute('aria-labelledby');
    if (ids) {
      var parts = ids.split(/\s+/);
      var named = '';
      for (var at = 0; at < parts.length; at += 1) {
        var part = element.getRootNode().getElementById(parts[at]);
        if (part) named += ' ' + words(part);
      }
      return tidy(named);
    }
    if (/^(input|textarea)$/.test(element.localName)) return element.labels[0] ? tidy(words(element.labels[0])) : '';
    return tidy(words(element));
  }

  function found() {
    var fits = new RegExp(name);
    var all = collect(document.documentElement, SELECTORS[role], []);
    var named = [];
    for (var at = 0; at < all.length; at += 1) if (fits.test(nameOf(all[at]))) named.push(all[at]);
    return named;
  }

  function rowOf(element) {
    return element.localName + (element.id ? '#' + element.id : '') + ' "' + tidy(words(element)).slice(0, 40) + '"';
  }

  /* The middle of what belongs to a thing, where a click reaches it; or what keeps the click from it. */
  function point(element) {
    var target = (element.localName === 'input' && element.closest('label')) || element;
    var box = target.getClientRects()[0];
    if (!box) return 'hidden: ' + rowOf(target);
    var x = box.left + box.width / 2;
    var y = box.top + box.height / 2;
    var at = target.getRootNode().elementFromPoint(x, y);
    if (!at) return 'out of sight: ' + rowOf(target);
    if (!target.contains(at) && !at.contains(target)) return 'covered: ' + rowOf(target) + ' by ' + rowOf(at);
    return x.toFixed(1) + ' ' + y.toFixed(1);
  }

  /* As {@link point}; what cannot be reached is scrolled into sight, once for each look. */
  function reach(element) {
    var seen = point(element);
    if (/^-?\d/.test(seen)) return seen;
    element.scrollIntoView({ __proto__: null, block: 'center', inline: 'nearest', behavior: 'instant' });
    return point(element);
  }

  if (asked === 'text') return tidy(words(document.documentElement));
  if (asked === 'count') return String(found().length);
  var element = found()[index];
  return element ? reach(element) : '';
});

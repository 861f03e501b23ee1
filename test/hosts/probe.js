/*
 * Stands in a host page twice: before anything else, where it begins to listen, and right before Knead's own script, where
 * it takes down how the page is. Asked later, it tells what is different. It has to survive the pages it stands in: no
 * storage, changed prototypes, a strict policy. It is not part of the page that it watches.
 */
(function () {
  if (window.__hostProbe) return window.__hostProbe.before();

  var OURS = /^knead-/;
  /* What WebKit makes anew whenever it is read, and what its driver leaves in a page. */
  var RESTLESS = /^(supportedEntryTypes|Symbol\(automationSessionProxy\))$/;
  var heard = { __proto__: null, violations: [], console: [], errors: [] };
  var kept = null;

  function keep(list, text) {
    list[list.length] = String(text).replace(/\s+/g, ' ');
  }

  document.addEventListener('securitypolicyviolation', function (event) {
    keep(heard.violations, event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
  addEventListener('error', function (event) {
    keep(heard.errors, event.message);
  });
  addEventListener('unhandledrejection', function (event) {
    keep(heard.errors, 'rejected: ' + (event.reason && (event.reason.message || event.reason)));
  });
  ['warn', 'error'].forEach(function (kind) {
    var say = console[kind];
    console[kind] = function () {
      keep(heard.console, kind + ': ' + Array.prototype.join.call(arguments, ' '));
      return say.apply(console, arguments);
    };
  });

  function safely(read) {
    try {
      return String(read());
    } catch (error) {
      return 'throws ' + error.name;
    }
  }

  /* The page outside our tags, one line an element: name and attributes, with text. Ours stand for themselves only. */
  function linesOf(node, depth, into) {
    for (var each = node.firstChild; each; each = each.nextSibling) {
      if (each.nodeType === 3 && each.data.trim()) {
        into[into.length] = depth + '"' + each.data.replace(/\s+/g, ' ').trim() + '"';
      }
      if (each.nodeType !== 1) continue;
      if (OURS.test(each.localName) || each.hasAttribute('data-knead')) continue;
      var names = each.getAttributeNames().sort();
      var line = depth + each.localName;
      // Browsers hide a nonce from the document once it has been read.
      for (var at = 0; at < names.length; at += 1) {
        if (names[at] !== 'nonce') line += ' ' + names[at] + '=' + each.getAttribute(names[at]);
      }
      into[into.length] = line;
      linesOf(each, depth + ' ', into);
    }
    return into;
  }

  /* Own properties of the globals, and of what the built-in ones are and make: who they are, not how they look. */
  function propertiesOf(object) {
    var found = new Map();
    Reflect.ownKeys(object).forEach(function (key) {
      if (RESTLESS.test(String(key))) return;
      found.set(key, Object.getOwnPropertyDescriptor(object, key));
    });
    return found;
  }

  function snapshot() {
    var builtIn = new Map();
    Object.getOwnPropertyNames(window).forEach(function (name) {
      if (!/^[A-Z]/.test(name) && !/^(console|document|navigator|history|location|customElements)$/.test(name)) return;
      var value = safely(function () {
        return typeof window[name];
      });
      if (value !== 'function' && value !== 'object') return;
      value = window[name];
      if (!value || /^(Components|Zone|Prototype|Tailwind)$/.test(name)) return;
      builtIn.set(name, propertiesOf(value));
      if (typeof value === 'function' && value.prototype)
        builtIn.set(name + '.prototype', propertiesOf(value.prototype));
    });
    return {
      __proto__: null,
      globals: propertiesOf(window),
      builtIn: builtIn,
      dom: linesOf(document, '', []),
      facts: {
        __proto__: null,
        title: document.title,
        location: location.href,
        'history.length': history.length,
        'adopted style sheets': document.adoptedStyleSheets ? document.adoptedStyleSheets.length : 0,
        localStorage: safely(function () {
          return Object.keys(localStorage).sort().join();
        }),
        sessionStorage: safely(function () {
          return Object.keys(sessionStorage).sort().join();
        }),
        cookies: safely(function () {
          return document.cookie;
        }),
      },
    };
  }

  function sameValue(one, other) {
    if (!one || !other) return one === other;
    return Object.is(one.value, other.value) && one.get === other.get && one.set === other.set;
  }

  function changed(what, before, after, into) {
    after.forEach(function (descriptor, key) {
      var name = what + '.' + String(key);
      if (!before.has(key)) keep(into, name + ' is new');
      else if (!sameValue(before.get(key), descriptor)) keep(into, name + ' is another one');
    });
    before.forEach(function (_, key) {
      if (!after.has(key)) keep(into, what + '.' + String(key) + ' is gone');
    });
  }

  function minus(some, others) {
    var left = others.slice();
    return some.filter(function (line) {
      var at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  }

  function after() {
    var now = snapshot();
    var globals = [];
    var builtIn = [];
    var facts = [];
    changed('window', kept.globals, now.globals, globals);
    now.builtIn.forEach(function (properties, name) {
      if (kept.builtIn.has(name)) changed(name, kept.builtIn.get(name), properties, builtIn);
    });
    for (var fact in now.facts) {
      if (!(fact in kept.facts)) continue;
      if (now.facts[fact] !== kept.facts[fact]) keep(facts, fact + ': ' + kept.facts[fact] + ' → ' + now.facts[fact]);
    }
    var dom = minus(kept.dom, now.dom)
      .map(function (line) {
        return 'gone: ' + line.trim();
      })
      .concat(
        minus(now.dom, kept.dom).map(function (line) {
          return 'new: ' + line.trim();
        }),
      );
    return [dom, globals, builtIn, facts, heard.violations, heard.console, heard.errors]
      .map(function (list) {
        return list.join('\n');
      })
      .join('\f');
  }

  Object.defineProperty(window, '__hostProbe', {
    __proto__: null,
    value: {
      before: function () {
        kept = snapshot();
      },
      after: after,
    },
  });
})();

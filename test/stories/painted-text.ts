/**
 * Lets axe read the colour that text is painted in. It asks for the colour that fills letters, which Chromium computes from
 * the page's own colour even where forced colours have replaced that one: `color` then says what is painted.
 */
const read = CSSStyleDeclaration.prototype.getPropertyValue;
CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
  const isForced = name === '-webkit-text-fill-color' && matchMedia('(forced-colors: active)').matches;
  return read.call(this, isForced ? 'color' : name);
};

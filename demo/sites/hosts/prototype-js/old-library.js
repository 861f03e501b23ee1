// What Prototype 1.6 left in a page, in short: JSON of its own on the prototypes, and conveniences beside it.
Object.toJSON = function (value) {
  if (value === null) return 'null';
  if (typeof value === 'object' && value.toJSON) return value.toJSON();
  if (typeof value !== 'object') return String(value);
  return (
    '{' +
    Object.keys(value)
      .map((key) => '"' + key + '": ' + Object.toJSON(value[key]))
      .join(', ') +
    '}'
  );
};
Array.prototype.toJSON = function () {
  return '[' + this.map(Object.toJSON).join(', ') + ']';
};
String.prototype.toJSON = function () {
  return '"' + this.replace(/"/g, '\\"') + '"';
};
Number.prototype.toJSON = function () {
  return isFinite(this) ? this.toString() : 'null';
};
Date.prototype.toJSON = function () {
  return '"' + this.getUTCFullYear() + '"';
};
Array.prototype.each = function (callback) {
  for (var at = 0; at < this.length; at += 1) callback(this[at], at);
  return this;
};
Array.prototype.first = function () {
  return this[0];
};
Array.prototype.clear = function () {
  this.length = 0;
  return this;
};
Array.prototype.without = function () {
  var unwanted = Array.from(arguments);
  return this.filter((each) => unwanted.indexOf(each) < 0);
};
String.prototype.strip = function () {
  return this.replace(/^\s+|\s+$/g, '');
};
Function.prototype.bind = function () {
  var method = this;
  var given = Array.prototype.slice.call(arguments, 1);
  var object = arguments[0];
  return function () {
    return method.apply(object, given.concat(Array.prototype.slice.call(arguments)));
  };
};
Element.prototype.visible = function () {
  return this.style.display !== 'none';
};

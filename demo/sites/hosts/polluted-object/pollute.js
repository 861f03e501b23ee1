// As carelessly written scripts leave it: enumerable, writable, on everything.
Object.prototype.extend = function (other) {
  for (var key in other) this[key] = other[key];
  return this;
};
Object.prototype.isEmpty = function () {
  return false;
};
Object.prototype.method = 'DELETE';
Object.prototype.headers = { 'x-polluted': 'yes' };
Object.prototype.timeZone = 'Asia/Tokyo';
Object.prototype.hour12 = false;
Object.prototype.mode = 'no-cors';
Object.prototype.bubbles = false;
// And as bad merging of somebody's settings leaves it: whatever is assigned to an object of one's own is lost to all.
['credentials', 'cache', 'weekday', 'day', 'passive'].forEach(function (name) {
  var lost = name;
  Object.defineProperty(Object.prototype, name, {
    __proto__: null,
    configurable: true,
    get: function () {
      return lost;
    },
    set: function (value) {
      lost = value;
    },
  });
});

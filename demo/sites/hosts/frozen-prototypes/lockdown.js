// As hardened pages do it, after their own scripts.
for (const { prototype } of [
  Object,
  Function,
  Array,
  String,
  Number,
  Date,
  Map,
  Set,
  Promise,
  RegExp,
  Error,
  TypeError,
]) {
  Object.freeze(prototype);
}

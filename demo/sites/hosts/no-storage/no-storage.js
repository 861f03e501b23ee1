// As browsers do it where a visitor blocks all site data.
const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
  Object.defineProperty(window, name, { configurable: true, get: refuse });
}
Object.defineProperty(document, 'cookie', { configurable: true, get: refuse, set: refuse });
Object.defineProperty(navigator, 'locks', { configurable: true, get: refuse });

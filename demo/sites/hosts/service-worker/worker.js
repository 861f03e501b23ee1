// Keeps everything it ever got, from anywhere, and answers with that first: too much, and not unusual.
const KEPT = 'everything';
addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(
    (async () => {
      const kept = await caches.open(KEPT);
      const known = await kept.match(event.request);
      if (known) return known;
      const answer = await fetch(event.request);
      if (answer.ok) await kept.put(event.request, answer.clone());
      return answer;
    })(),
  );
});

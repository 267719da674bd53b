// The service worker of the site: without a network, pages seen since Python first ran here, and Python
// itself, come from what this browser has kept. With one, the network is asked first. A page registers
// it after its first Run; see docs/javascripts/python/kept.js.
const { scope } = self.registration;
const CACHE = `nnbyhand ${new URL(scope).pathname}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  // A server that shows edits is asked all the time whether there are any.
  if (method !== "GET" || !url.startsWith(scope) || url.includes("/livereload/")) return;
  event.respondWith(namesItsContent(url) ? keptFirst(event) : networkFirst(event));
});

// The files of Python: docs/javascripts/python/files.js asks for each by its SHA-256, and keeps it.
const namesItsContent = (url) => url.startsWith(`${scope}assets/python/`) && url.includes("?");

async function keptFirst({ request }) {
  const store = await caches.open(CACHE);
  return (await store.match(request)) ?? fetch(request);
}

async function networkFirst(event) {
  const { request } = event;
  const store = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) event.waitUntil(store.put(request, answer.clone()).catch(() => {})); // it may be full
    return answer;
  } catch (error) {
    const kept = await store.match(request, { ignoreSearch: true });
    if (kept) return kept;
    if (request.mode !== "navigate") throw error;
    const said = "This browser is offline, and has not kept this page. It keeps those that you have read since Python first ran here.";
    return new Response(said, { status: 503, headers: { "content-type": "text/plain" } });
  }
}

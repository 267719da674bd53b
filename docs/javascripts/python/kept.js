// What this browser keeps so that Python, and the pages seen since it first ran, need no network: a
// cache, which the service worker at the site's root answers from.
import { cacheFor } from "./parts.js";

const SITE = new URL("../../", import.meta.url);
const CACHE = cacheFor(SITE);
const SERVICE = new URL("offline.js", SITE);

// `others` are addresses of files that this page has not asked for itself.
export async function keepSite(others) {
  try {
    await navigator.serviceWorker.register(SERVICE);
    const store = await caches.open(CACHE);
    const seen = performance.getEntriesByType("resource").map(({ name }) => name);
    const here = location.href.split("#")[0];
    const ours = [here, ...seen, ...others].filter((address) => address.startsWith(SITE.href));
    const all = new Set(ours.filter((address) => !address.includes("?"))); // the worker keeps the others
    await Promise.allSettled([...all].map((address) => add(store, address)));
  } catch {
    // The browser keeps nothing, or only over a secure connection: then the site needs a network.
  }
}

async function add(store, address) {
  if (!(await store.match(address))) await store.add(address);
}

export async function keptBytes() {
  if (!self.caches || !(await caches.has(CACHE))) return 0;
  const store = await caches.open(CACHE);
  const sizes = (await store.matchAll()).map(async (answer) => (await answer.blob()).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

export async function forgetKept() {
  const registered = await navigator.serviceWorker?.getRegistration(SITE.href);
  if (registered?.active?.scriptURL === SERVICE.href) await registered.unregister();
  await self.caches?.delete(CACHE);
}

export const isKept = async (address) => Boolean(await self.caches?.match(address, { cacheName: CACHE }));

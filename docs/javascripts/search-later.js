// The theme loads its search engine and asks for the index with every page, though few readers
// search. This holds both back until somebody does. It is no module: it must run before
// the theme's script.
//
// The engine finds words that begin like one of the query, so `a` would find all with an a in
// front. Small words are left out, unless one is the last, which may not be finished.
{
  const SMALL_WORDS =
    /(^|\s)(?:an?|are|as|can|do|does|for|from|how|i|in|is|it|my|of|on|should|the|to|vs|what|when|where|which|why|with)(?=\s)/gi;
  const searched = new Promise((resolve) => {
    const highlights = new URLSearchParams(location.search).has("h"); // what was searched before
    if (highlights) resolve();
    document.addEventListener("focusin", ({ target }) => {
      if (target.matches(".md-search__input")) resolve();
    });
  });

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (...request) {
    this.isForSearch = String(request[1]).endsWith("/search/search_index.json");
    open.apply(this, request);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.isForSearch) searched.then(() => send.call(this, body));
    else send.call(this, body);
  };

  // The theme's only worker is its search engine. Messages sent early wait for it, in order. That of
  // Python is a module, which must be said, and starts at once.
  const TrueWorker = Worker;
  window.Worker = class extends EventTarget {
    constructor(address, options) {
      if (options) return new TrueWorker(address, options);
      super();
      this.engine = searched.then(() => new TrueWorker(address));
      this.engine.then((engine) => {
        engine.addEventListener("message", ({ data }) =>
          this.dispatchEvent(new MessageEvent("message", { data })),
        );
      });
    }

    postMessage({ type, data }) {
      const asked = typeof data === "string" ? data.replace(SMALL_WORDS, "$1") : data;
      this.engine.then((engine) => engine.postMessage({ type, data: asked }));
    }
  };
}

// The theme asks for its search index with every first page, though few readers search. This holds
// the request back until somebody does. It is no module: it must run before the theme's script.
{
  const { open, send } = XMLHttpRequest.prototype;
  const searched = new Promise((resolve) => {
    const highlights = new URLSearchParams(location.search).has("h"); // what was searched before
    if (highlights) resolve();
    document.addEventListener("focusin", ({ target }) => {
      if (target.matches(".md-search__input")) resolve();
    });
  });

  XMLHttpRequest.prototype.open = function (...request) {
    this.isForSearch = String(request[1]).endsWith("/search/search_index.json");
    open.apply(this, request);
  };

  XMLHttpRequest.prototype.send = function (body) {
    if (this.isForSearch) searched.then(() => send.call(this, body));
    else send.call(this, body);
  };
}

// Material fetches the whole search index with every page. This holds the request back until the
// reader turns to the search: a page then costs no more than what it shows.
(() => {
  const input = document.querySelector("[data-md-component=search-query]");
  if (!input) return;

  const wanted = new Promise((resolve) => {
    if (new URLSearchParams(location.search).has("q")) resolve();
    input.addEventListener("focus", resolve, { once: true });
    document.getElementById("__search").addEventListener("change", resolve, { once: true });
  });
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.holdBack = String(url).endsWith("search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.holdBack) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };
})();

// Puts the chat on the demo page the way a municipality does, with one script tag. On this machine that script comes from
// the other loopback name, so that the iframe is of another origin, as it is on a real site.
(() => {
  const OTHER_NAME = { localhost: "127.0.0.1", "127.0.0.1": "localhost" };
  const { protocol, hostname, port } = location;
  const host = OTHER_NAME[hostname] ?? hostname;
  const script = document.createElement("script");
  script.src = `${protocol}//${host}${port ? `:${port}` : ""}/widget/loader.js`;
  script.dataset.site = "demo";
  document.head.append(script);
})();

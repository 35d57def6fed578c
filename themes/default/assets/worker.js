// 没有网络也能读：先问网络，问不到才用存下的；网页有了新版，整批换上，旧的丢掉。站主要求时才有，放在网站的根上，名叫 sw.js。
const HOME = registration.scope;
const plain = (url) => url.split(/[?#]/)[0].replace(/\/$/, "/index.html");

// 清单的第一行是这一批的版本，其余是一批里的文件；一批全到了才算数
const keep = async (list) => {
  const answer = await fetch(list, { cache: "no-cache" });
  if (!answer.ok) return;
  const [version, ...paths] = (await answer.text()).trim().split("\n");
  const name = list + " " + version;
  const cache = await caches.open(name);
  if (!(await cache.match(list))) {
    await cache.addAll([list, ...paths.map((path) => HOME + path)].map((url) => new Request(url, { cache: "no-cache" })));
  }
  const old = (await caches.keys()).filter((other) => other.startsWith(list + " ") && other !== name);
  await Promise.all(old.map((other) => caches.delete(other)));
};
// 全站公用的一批，和这一页所属报告的一批
const keepFor = (url) => {
  const [report, ...below] = plain(url).slice(HOME.length).split("/");
  const lists = below.length ? ["offline.txt", report + "/offline.txt"] : ["offline.txt"];
  return Promise.all(lists.map((list) => keep(HOME + list).catch(() => {})));
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim().then(() => clients.matchAll()).then((open) => Promise.all(open.map(({ url }) => keepFor(url))))));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  event.respondWith(fetch(request).catch(async (lost) => {
    const kept = await caches.match(plain(request.url));
    if (kept) return kept;
    throw lost;
  }));
  if (request.mode === "navigate") event.waitUntil(keepFor(request.url));
});

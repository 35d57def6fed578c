// 有好几份报告的网站，先查哪几份可能有这些字，只取这几份：字和相邻两字的小表，一次取用得着的几个。
(() => {
  "use strict";
  // 一次取的表，个；太多就各组词只查三处，还太多就逐份看
  const TABLES = 8;
  const KEY = /^([a-z\d.%\u4e00-\u9fff]+|[\ue000-\ue2a3]+)$/;
  const tables = new Map();
  gongdu.keys = (shard, table) => tables.set(shard, table);

  // 一个词里相邻的各两个字；没有的，就是单独的字
  const cut = (part, size) => part.split("").map((sign, at) => part.slice(at, at + size)).filter((key) => key[size - 1] && KEY.test(key));
  const keysOf = (parts) => parts.flatMap((part) => (cut(part, 2)[0] ? cut(part, 2) : cut(part, 1)));
  const thin = (keys, most) => keys.filter((key, at) => at % Math.ceil(keys.length / most) === 0);

  // 表里每个符号是前面空开几份
  const having = (table, key, all) => {
    // 表没有取来，或者还没有取，哪份都可能有
    if (!table) return all;
    let at = -1;
    const found = [];
    for (const sign of table[key] || "") {
      const gap = sign.charCodeAt(0) - 35;
      at += gap;
      if (gap < 56) found.push(all[at += 1]);
    }
    return found;
  };

  // 选定的报告里，哪些可能有几组词中的一组；选了地方，本地的在前
  gongdu.holders = async (ways, all, form, load) => {
    const { dataset, elements } = form;
    const place = elements.in.value;
    const year = elements.year.value;
    const chosen = all.filter((one) => one.dataset.place.startsWith(place) && (!year || one.dataset.year === year))
      .sort((a, b) => (b.dataset.place === place) - (a.dataset.place === place));
    const shardOf = (key) => (key.charCodeAt(0) * 31 + (key.charCodeAt(1) || 0)) % dataset.shards;
    const shardsOf = (keys) => [...new Set(keys.flat().map(shardOf))];
    let keys = ways.map((parts) => thin(keysOf(parts), TABLES));
    if (shardsOf(keys).length > TABLES) keys = ways.map((parts) => thin(keysOf(parts), 3));
    const shards = shardsOf(keys);
    if (!dataset.keys || shards.length > TABLES || keys.some((own) => !own[0])) return chosen;
    const holding = () => {
      const may = keys.map((own) => own.map((key) => having(tables.get(shardOf(key)), key, all)).reduce((left, some) => left.filter((one) => some.includes(one))));
      return chosen.filter((one) => may.some((some) => some.includes(one)));
    };
    const fetched = (some) => Promise.all(some.map((shard) => load(shard, dataset.keys.replace("{n}", shard))));
    // 已经有的表就说得清，谁也没有的，不再取
    if (!holding()[0]) return [];
    await fetched(shards);
    const held = holding();
    // 只有一两份，多半要另找：中间多出字的词，要查头一个和末一个字，先取
    const [[part]] = ways;
    if (!held[2] && /^[\u4e00-\u9fff]{3,8}$/.test(part)) fetched(shardsOf([part[0], part[part.length - 1]]));
    return held;
  };
})();

// 照原样找不到，或者只有一两句时，怎样另找：标题和名词的拼音首字母，日常说法在报告里的写法，中间多出一两个字的词。另找了什么，都说出来。
(() => {
  "use strict";
  const { exact, find, flatOf, folded, own, say, within } = gongdu.searching;

  // 标题和名词的拼音首字母：一个字一个小写字母，几种读法的后面跟着大写
  const spelt = ([book, initials], letters) => {
    const pattern = new RegExp([...letters].map((one) => `(${one}|[a-z][A-Z]*${one.toUpperCase()})[A-Z]*`).join("\\.*"));
    const long = (code) => code.replace(/[A-Z]/g, "").length;
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, text] of leaves) {
        const hit = pattern.exec(initials[id]);
        if (hit) {
          const at = long(hit.input.slice(0, hit.index));
          found.push({ title, text, ranges: [[at, at + long(hit[0])]], href: page + "#" + id });
        }
      }
    }
    return found;
  };

  // 表里记首字母，相邻的两个记成一个字
  const spokenKeys = (letters) => letters.slice(1).replace(/./g, (one, at) => String.fromCharCode(0xe000 + 26 * letters.charCodeAt(at) + one.charCodeAt(0) - 27 * 97));

  // 人们打的字在报告里怎样写：表里的一行；没有的，去掉地名末尾的镇、街道、村
  const meant = (wanted, everyday, isNowhere) => {
    const name = Object.keys(everyday.rows).find((one) => folded(one) === folded(wanted));
    if (name) return everyday.rows[name];
    const end = isNowhere && everyday.endings.find((one) => wanted.endsWith(one) && wanted.length > one.length + 1);
    return end ? [[wanted.slice(0, -end.length)], []] : null;
  };
  // 今年的目标在前，再看对上几个字词。不是这个意思的词先去掉，别的字的位置不变
  const without = (text, not) => not.reduce((left, phrase) => left.split(phrase).join("\0".repeat(phrase.length)), text);
  const findMeant = ([book, , targets], [words, not], thanks) => {
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, ...sentences] of leaves) {
        if (own(id, 0) === id) continue;
        sentences.forEach((text, index) => {
          const left = without(text, not);
          const hits = words.filter((word) => left.includes(word));
          if (hits[0] && !thanks.some((one) => text.includes(one))) {
            const ranges = hits.flatMap((word) => within(left, word, exact));
            found.push({ title, text, hits, ranges, href: page + "#" + own(id, index), target: targets.has(own(id, index)) });
          }
        });
      }
    }
    return found.sort((a, b) => b.target - a.target || b.hits.length - a.hits.length);
  };

  // 三个字以上的词，报告里在一处多出一两个字的：“老小区”是“老旧小区”。多出“的、和、与、及、等”的是几个词，不算
  const cuts = (word) => (/^[\u4e00-\u9fff]{3,8}$/.test(word) ? [...word].slice(1).map((_, at) => [word.slice(0, at + 1), word.slice(at + 1)]) : []);
  const findLonger = ([book], ways) => {
    const pattern = new RegExp(ways.map((way) => way.join("(?:(?![的和与及等])[\u4e00-\u9fff]){1,2}?")).join("|"), "g");
    return book.flatMap(([page, title, leaves]) => leaves.flatMap((leaf) => {
      const hits = flatOf(leaf.slice(1).join("")).flat.match(pattern);
      return hits ? find([[[page, title, [leaf]]]], hits, folded).map((one) => ({ ...one, hits })) : [];
    }));
  };

  // 照原样只找到 `few` 句，另找；找到了，或者不用再找了，是真。没有取来日常说法的表，也还有别的找法
  gongdu.otherwise = async (wanted, few, look, everyday) => {
    const letters = wanted.toLowerCase();
    if (!few[0] && /^[a-z]{2,}$/.test(letters) && await look([[spokenKeys(letters)]], (book) => spelt(book, letters), () => say.spelt + " ")) return true;
    const said = (found) => {
      const words = [...new Set(found.flatMap((one) => one.hits || []))].sort((a, b) => b.length - a.length);
      return words[0] ? (few[0] ? say.also : say.instead).replace("{words}", words.join("、")).replace("{query}", wanted) + " " : "";
    };
    const row = everyday && meant(wanted, everyday, !few[0]);
    if (row && await look(row[0].map((word) => [folded(word)]), (book) => findMeant(book, row, everyday.left_out), said, few)) return true;
    const ways = few[0] ? [] : cuts(folded(wanted));
    return ways[0] && look(ways, (book) => findLonger(book, ways), said);
  };
})();

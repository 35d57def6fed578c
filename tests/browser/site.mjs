// Builds the sites that the checks look at, each into a folder of its own that is removed in the end: the included content
// alone, a library of that report and of another, imported as it was published, one of forty short reports, and an official
// site in English whose report was corrected and withdrawn, with the one of the year after and one of another place; one
// as a host serves it, and one that readers' devices keep.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** A published report of another place that nobody has touched by hand: its id, and its text, its paragraphs cut short, among the fixtures. */
export const SECOND = 'yunnan-2025';
const SOURCES = join(REPOSITORY, 'tests', 'fixtures', 'sources');
const CORPUS = join(REPOSITORY, 'tests', 'corpus', 'texts');
const PUBLISHED = join(SOURCES, `${SECOND}.txt`);

/** The report of `content/` whose pages every check walks through. */
export const REPORT = readdirSync(join(REPOSITORY, 'content'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()[0];

const OFFICIAL = `title = "青禾公读"
language = "en"
[publisher]
kind = "official"
name = "青禾区人民政府办公室"
contact = "0533-1234567"
site_name = "青禾区人民政府"
site_domain = "www.qinghe.gov.cn"
site_id = "3703020001"
icp = "鲁ICP备05012345号-1"
police = "鲁公网安备 37030202000123号"
column_name = "政府工作报告"
column_description = "历年政府工作报告"
column_keywords = "报告,目标"
column_type = "政府信息公开"
`;

const NOTICES = `
[[notice]]
kind = "correction"
date = 2024-02-01
text = "第二页的数有误。"
link = "https://example.org/notice"

[[notice]]
kind = "withdrawal"
date = 2024-03-01
text = "报告收回重报。"
`;

// Forty reports: the nation, provinces, cities and districts, in no order, over several years. Each is a line that all have, and the
// first paragraphs of a published report as they were printed.
const PLACES = ['国务院', '山东省', '北京市', '广东省', '四川省', '新疆维吾尔自治区', '上海市', '青岛市', '海拉尔区', '玉溪市'];
const YEARS = [2023, 2026, 2024, 2025];

/** Builds the sites `alone`, `library`, `many`, `english`, `host` and `offline`, each in `NAME/site` of a folder; gives the `folder` and `remove()`. */
export function buildSites() {
  const folder = mkdtempSync(join(tmpdir(), 'gongdu-browser-'));
  const content = (name) => join(folder, name, 'content');
  // The builder writes into content when a report has no Markdown yet, so it gets a copy.
  for (const name of ['alone', 'library']) {
    mkdirSync(join(folder, name));
    cpSync(join(REPOSITORY, 'content'), content(name), { recursive: true });
  }
  execFileSync(binary(), ['--content', content('library'), '--quiet', 'import', PUBLISHED, '--as', SECOND], { stdio: 'pipe' });
  build(content('alone'), join(folder, 'alone', 'site'));
  build(content('library'), join(folder, 'library', 'site'));
  const texts = readdirSync(CORPUS).filter((name) => name.endsWith('.txt')).sort();
  PLACES.forEach((place, one) => YEARS.forEach((year, two) => {
    const own = join(content('many'), `r${one}-${year}`);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'report.toml'), `title = "政府工作报告"\nplace = "${place}"\nyear = ${year}\nno_source = "试"\n`);
    writeFileSync(join(own, '1.md'), `+++\ntitle = "全文"\n+++\n四十份都有的一句。${place === '青岛市' && year === 2024 ? '二看蓝湾。' : ''}\n\n${paragraphsOf(texts[one * YEARS.length + two])}\n`);
  }));
  writeFileSync(join(content('many'), 'site.toml'), 'title = "公读"\n');
  build(content('many'), join(folder, 'many', 'site'));
  mkdirSync(join(folder, 'english'));
  cpSync(join(REPOSITORY, 'tests', 'fixtures', 'small'), content('english'), { recursive: true });
  writeFileSync(join(content('english'), 'site.toml'), OFFICIAL);
  const report = join(content('english'), 'qinghe-2024', 'report.toml');
  writeFileSync(report, `published = 2024-01-09T08:05:00\n${readFileSync(report, 'utf8')}${NOTICES}`);
  // The report of the year after: two years of one place are a series.
  const next = join(SOURCES, 'qinghe-2025.txt');
  execFileSync(binary(), ['--content', content('english'), '--quiet', 'import', next, '--as', 'qinghe-2025'], { stdio: 'pipe' });
  // The same of another place: one year of two places is set side by side.
  const other = join(folder, 'nanping-2025.txt');
  writeFileSync(other, readFileSync(next, 'utf8').replaceAll('青禾区', '南坪县'));
  execFileSync(binary(), ['--content', content('english'), '--quiet', 'import', other, '--as', 'nanping-2025'], { stdio: 'pipe' });
  for (const id of ['qinghe-2025', 'nanping-2025']) {
    const after = join(content('english'), id, 'report.toml');
    writeFileSync(after, `published = 2025-01-10T08:00:00\n${readFileSync(after, 'utf8')}`);
  }
  build(content('english'), join(folder, 'english', 'site'));
  // As a host serves it: the root of one, and a folder below another.
  mkdirSync(join(folder, 'host'));
  cpSync(join(REPOSITORY, 'tests', 'fixtures', 'small'), content('host'), { recursive: true });
  mkdirSync(join(content('host'), 'static'));
  writeFileSync(join(content('host'), 'static', 'logo.3f2a9c1b.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(content('host'), 'static', 'list.20240105.txt'), '一\n');
  build(content('host'), join(folder, 'host', 'site'), '--precompress', '--base-url', 'https://example.org/');
  build(content('host'), join(folder, 'host', 'below', 'reports'), '--precompress', '--base-url', 'https://example.org/reports/');
  // One that readers' devices keep.
  mkdirSync(join(folder, 'offline'));
  cpSync(join(REPOSITORY, 'tests', 'fixtures', 'small'), content('offline'), { recursive: true });
  const settings = join(content('offline'), 'site.toml');
  writeFileSync(settings, `offline = true\n${readFileSync(settings, 'utf8')}`);
  build(content('offline'), join(folder, 'offline', 'site'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// The first long paragraphs of a text of the corpus that say nothing in Markdown but themselves.
function paragraphsOf(name) {
  const lines = readFileSync(join(CORPUS, name), 'utf8').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.length > 80 && /^[\p{Script=Han}“]/u.test(line) && !/[*_`[\]<>|\\~#^&]/.test(line)).slice(0, 8).join('\n\n');
}

/** Builds `content` into `output`. */
export function build(content, output, ...more) {
  execFileSync(binary(), ['--content', content, '--quiet', 'build', '--output', output, ...more], { stdio: 'pipe' });
}

/** `$GONGDU`, else what cargo builds, made now when it is not there. */
export function binary() {
  if (process.env.GONGDU) return process.env.GONGDU;
  const built = join(REPOSITORY, 'target', 'debug', process.platform === 'win32' ? 'gongdu.exe' : 'gongdu');
  if (!existsSync(built)) execFileSync('cargo', ['build'], { cwd: REPOSITORY, stdio: 'inherit' });
  return built;
}

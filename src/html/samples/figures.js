// COMMENT
const reply = await fetch("SOURCE");
const { report, figures } = await reply.json();
for (const figure of figures.filter((figure) => figure.kind === "share")) {
  console.log(`${report.title}: ${figure.indicator} ${figure.words} ${figure.link}`);
}

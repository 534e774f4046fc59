/** Style of the matrix page: readable on a screen, on a telephone and on paper, by day and by night. */
export const matrixStyle = `
:root{--ink:#22201c;--soft:#6a645a;--paper:#fbf9f4;--card:#fff;--line:#e4ded2;--bad:#a3271d;--bad-bg:#fbe9e6;--ask:#7a5200;--ask-bg:#fdf1d3;--good:#1f6b3a;--good-bg:#e6f3e9;--best:#0d5c74;--best-bg:#e1f1f6;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#ece7dc;--soft:#a9a294;--paper:#1b1a17;--card:#242320;--line:#3a3832;--bad:#ff9d92;--bad-bg:#43211d;--ask:#f3c766;--ask-bg:#3d3013;--good:#8fd6a6;--good-bg:#1c3624;--best:#8ed4ea;--best-bg:#15343f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:84rem;margin:0 auto;padding:3rem 1.5rem 4rem}
h1,h2{font-family:"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;font-weight:600;line-height:1.2}
h1{font-size:2.2rem;margin:.2rem 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.4rem;margin:3rem 0 1rem}
.mark{color:var(--soft);letter-spacing:.12em;text-transform:uppercase;font-size:.75rem}
.lead{color:var(--soft);max-width:44rem;margin:0 0 1.5rem}
.counts{display:flex;flex-wrap:wrap;gap:.75rem;margin:0 0 2rem;padding:0;list-style:none}
.counts li{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.6rem 1rem}
.counts b{font-size:1.4rem;margin-right:.4rem;font-variant-numeric:tabular-nums}
.scroll{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:.6rem;background:var(--card)}
.scroll:focus-visible{outline:3px solid var(--best);outline-offset:2px}
table{border-collapse:collapse;width:100%}
caption,.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.7rem .55rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{font-size:.85rem;color:var(--soft);font-weight:600;vertical-align:bottom}
.standing{display:inline-block;max-width:6.5rem;font-size:.88rem}
tbody th{font-weight:600;min-width:12rem;max-width:24rem;overflow-wrap:anywhere}
.quiet{margin:1rem 0 0;color:var(--soft);font-size:.88rem;overflow-wrap:anywhere}
.quiet summary{cursor:pointer}
.file{display:block;font-weight:400;font-size:.78rem;color:var(--soft);overflow-wrap:anywhere}
.cell{display:inline-block;border-radius:.4rem;padding:.15rem .5rem;font-size:.85rem;white-space:nowrap}
.compromises{color:var(--bad);background:var(--bad-bg);font-weight:600}
.unknown{color:var(--ask);background:var(--ask-bg)}
.upholds{color:var(--good);background:var(--good-bg)}
.enhances{color:var(--best);background:var(--best-bg);font-weight:600}
.not-touched{color:var(--soft)}
.blocked,.needs-adjustment{color:var(--bad);font-weight:600}
.needs-answers{color:var(--ask);font-weight:600}
.aligned{color:var(--good)}
.not-assessed{color:var(--soft)}
.legend{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;padding:0;margin:1rem 0 0;list-style:none;color:var(--soft);font-size:.88rem}
.change{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.change>li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--ask);border-radius:.4rem;padding:.8rem 1rem;break-inside:avoid;overflow-wrap:anywhere}
.change>li.urgent{border-left-color:var(--bad)}
.change p{margin:0}
.change h3{margin:0;font-size:1.05rem}
.place{margin-top:.9rem}
.change p.say{display:grid;grid-template-columns:6rem 1fr;align-items:baseline;margin-top:.35rem}
.label{color:var(--soft);font-size:.85rem}
.way{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;margin:.5rem 0 .1rem;padding:0 1.5rem 0 0}
.step{position:relative;border:1px solid var(--line);border-radius:.4rem;background:var(--paper);padding:.1rem .55rem;font-size:.85rem}
.step:not(:last-child)::after{content:"→";position:absolute;right:-1.55rem;width:1.5rem;text-align:center;color:var(--soft)}
.step.at{border-color:var(--bad);color:var(--bad)}
.step.gap{border-style:dashed;color:var(--soft)}
.about{color:var(--soft);font-size:.88rem}
.promises dt{font-weight:600;margin-top:1rem}
.promises dd{margin:.1rem 0 0;color:var(--soft)}
q{quotes:"“" "”"}
footer{margin-top:3rem;color:var(--soft);font-size:.8rem;overflow-wrap:anywhere}
@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--bad:#8f1d14;--bad-bg:#fff;--ask:#6b4700;--ask-bg:#fff;--good:#145229;--good-bg:#fff;--best:#0a4a5e;--best-bg:#fff}@page{size:landscape;margin:1.2cm}main{padding:0;max-width:none}.scroll{overflow:visible;border:0}thead{display:table-header-group}tr{break-inside:avoid}th,td{padding:.4rem .3rem}body{font-size:9.5pt}tbody th{min-width:11rem}.cell{padding:0}}
`;

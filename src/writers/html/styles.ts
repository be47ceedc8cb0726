/** The one stylesheet: Okabe-Ito colours, light and dark on a screen, always light on paper. */
export const STYLES = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1a1a1a;--soft:#595959;--rule:#d4d4d0;--panel:#f6f5f1;--bar:#0072b2;--hill:#c9c9c4;--band:#cfe6dc;--mark:#b34700;--alarm:#8f3a00;--alarm-ground:#fdf0e3;--link:#0063a0}
@media screen and (prefers-color-scheme:dark){:root{--ground:#15171a;--ink:#e9e7e2;--soft:#aaa8a2;--rule:#3d4045;--panel:#1e2125;--bar:#56b4e9;--hill:#4b4f55;--band:#1d4a3b;--mark:#e69f00;--alarm:#ffb870;--alarm-ground:#33240f;--link:#7cc5f2}}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:1rem/1.5 ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;font-weight:600;margin:1rem 0 0}
h2{font-size:1.3rem;line-height:1.25;font-weight:600;margin:3rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--rule)}
h3{font-size:1.05rem;font-weight:600;margin:1.75rem 0 .5rem}
p,ul{max-width:42rem;margin:0 0 .75rem}
.lede{font-size:1.1rem;color:var(--soft);margin-bottom:1.25rem}
.note{font-size:.875rem;color:var(--soft)}
.part{padding-left:1rem}
a{color:var(--link)}
.skip{position:absolute;left:-100rem}
.skip:focus{left:.5rem;top:.5rem;padding:.5rem .75rem;background:var(--ground);outline:2px solid var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
nav ul{list-style:none;padding:0;margin:1.5rem 0 0;max-width:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.9rem}
nav li a{display:inline-block;padding:.2rem 0}
.banner{border:2px solid var(--alarm);background:var(--alarm-ground);color:var(--ink);padding:.75rem 1rem}
.banner strong{color:var(--alarm)}
.scroll{overflow-x:auto;max-width:100%;margin:0 0 1rem;background:linear-gradient(90deg,var(--ground) 40%,transparent) 0/2.5rem 100% no-repeat local,linear-gradient(270deg,var(--ground) 40%,transparent) 100%/2.5rem 100% no-repeat local,linear-gradient(90deg,var(--rule),transparent) 0/.75rem 100% no-repeat scroll,linear-gradient(270deg,var(--rule),transparent) 100%/.75rem 100% no-repeat scroll}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35}
caption{text-align:left;font-weight:600;padding:.25rem 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.22rem .9rem .22rem 0;font-weight:400}
thead th{color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom;white-space:nowrap}
tbody tr{border-bottom:1px solid var(--rule)}
tbody th{white-space:nowrap}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.group{font-weight:600;padding-top:.7rem}
.beside{display:flex;flex-wrap:wrap;align-items:flex-start;column-gap:2.5rem}
.beside>.scroll{flex:0 1 auto;min-width:0}
.beside>figure{flex:1 1 20rem;min-width:0;margin-top:.25rem}
.beside>div:not(.scroll){flex:1 1 24rem}
.grouped td{white-space:nowrap}
.grouped tbody th{white-space:normal;overflow-wrap:anywhere;min-width:9rem}
.plain{list-style:none;margin:0;padding:0}
code{font:.8125rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.hash{overflow-wrap:anywhere}
figure{margin:1.25rem 0 1.75rem}
figcaption{max-width:42rem;font-size:.875rem;color:var(--soft);margin-bottom:.5rem}
figcaption b{color:var(--ink)}
details{font-size:.875rem;margin-top:-.5rem}
summary{cursor:pointer;color:var(--link);padding:.2rem 0}
svg{display:block;height:auto;font:12px ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
svg text{fill:var(--ink)}
svg .mid{text-anchor:middle}
svg .end{text-anchor:end}
svg .faint{fill:var(--soft)}
svg .small{font-size:11px}
svg .strong{font-weight:600}
.axis{stroke:var(--soft)}
.grid{stroke:var(--rule)}
.bar{fill:var(--bar);stroke:var(--ground);stroke-width:.75}
.hollow{fill:var(--ground);stroke:var(--bar)}
.curve{fill:none;stroke:var(--bar);stroke-width:1.75}
.target{stroke:var(--soft);stroke-dasharray:1 4;stroke-linecap:round;stroke-width:1.5}
.cutoff line{stroke:var(--mark)}
.cutoff text{fill:var(--mark);font-weight:600}
.mark{stroke:var(--mark);stroke-width:2.5}
.band{fill:var(--band)}
.dot{fill:var(--ink)}
.hill{fill:var(--hill)}
.whisker{stroke:var(--ink)}
.box{fill:var(--ground);stroke:var(--ink)}
.median{stroke:var(--mark);stroke-width:2.5}
footer{margin-top:3rem;font-size:.875rem;color:var(--soft)}
@media (max-width:60rem){th,td{padding-right:.45rem}table{font-size:.8125rem}}
@media (max-width:40rem){.far{direction:rtl}.far>svg{direction:ltr}svg[width="720"]{width:34rem}}
@media (max-width:30rem){th,td{padding-right:.35rem}thead th,thead .n{white-space:normal}body{padding:1rem .9rem 3rem}h1{font-size:1.45rem}}
@page{margin:14mm}
@media print{
html{font-size:9pt}
body{max-width:none;padding:0}
nav,.skip,details{display:none}
h1{margin-top:0}
h2{margin-top:1.25rem;break-after:avoid}
h3{margin-top:1rem;break-after:avoid}
h2+p,h3+p{break-after:avoid}
caption,figcaption{break-after:avoid}
p,.note,figcaption{max-width:none;orphans:3;widows:3}
figure,.beside,tr,.banner,.scroll:not(.long):not(:has(tr:nth-child(17))){break-inside:avoid}
figure{margin:.75rem 0}
thead{display:table-header-group}
th,td{padding:.1rem .6rem .1rem 0}
.scroll{overflow:visible;margin-bottom:.6rem;background:none}
.beside{column-gap:1.5rem}
.long{columns:2;column-gap:1rem}
.long table{font-size:.73rem}
.long th,.long td{padding-right:.3rem}
.long tbody th{min-width:0}
.group{break-after:avoid;padding-top:.35rem}
.scroll>svg{max-width:100%;zoom:.8}
a{color:inherit;text-decoration:none}
.n,thead th,tbody th{white-space:normal}
}
`;

const shared = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1d2125;background:#fff}
a{color:var(--link)}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
.simulated{background:#fff4ce;color:#4d3b00;font-size:.8125rem;padding:.25rem 1rem;text-align:center}
.muted{color:#57606a;font-size:.875rem}
.plain{list-style:none;margin:0;padding:0}
.names{display:flex;flex-wrap:wrap;gap:.25rem .5rem}
.card{border:1px solid #d0d7de;border-radius:8px;padding:1rem;margin:0 0 1rem;background:#fff}
.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
button,select,input{font:inherit;padding:.4rem .7rem;border:1px solid #8c959f;border-radius:6px;background:#fff;max-width:100%}
button{cursor:pointer;min-height:2.5rem}
button.primary{background:var(--accent);border-color:var(--accent);color:#fff}
button:focus-visible,a:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid #1f6feb;outline-offset:2px}
form{display:inline-flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.2rem 0}
label{display:inline-flex;gap:.4rem;align-items:center}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #d8dee4;padding:.6rem .5rem;text-align:left;vertical-align:top}
thead th{background:#f6f8fa}
.score{font-weight:600}
.breadcrumb{font-size:.875rem;margin:0 0 .75rem}
.activity-title{font-size:1rem;font-weight:500;color:#57606a;margin:0 0 .5rem}
.frame{display:block;width:100%;min-height:26rem;border:1px solid #d0d7de;border-radius:6px;background:#fff}
.hidden-frame{display:none}
.who{display:flex;gap:.75rem;align-items:center;flex-wrap:wrap}
.note{border-left:4px solid var(--accent);padding:.5rem .75rem;background:#f6f8fa}
@media (max-width:760px){
 .frame{height:92vh}
}
@media (max-width:600px){
 thead{position:absolute;left:-9999px}
 table,tbody,tr,td,tbody th{display:block;width:100%}
 tr{border:1px solid #d0d7de;border-radius:8px;margin:0 0 .75rem;overflow:hidden}
 tbody th{background:#f6f8fa}
 td::before{content:attr(data-label);display:block;font-size:.8125rem;color:#57606a}
 td:empty{display:none}
}
@media (min-width:761px){
 .fills-window{height:max(100vh,38rem)}
 .fills-window .main,.fills-window .with-menu,.fills-window .content{display:flex;flex-direction:column;flex:1;min-height:0}
 .fills-window .main{padding-bottom:.75rem}
 .fills-window h1{margin:0 0 .5rem}
 .fills-window .frame{flex:1;min-height:0}
}
`;

// A light bar on top and tabs under the course title.
const moodle = `
:root{--accent:#0f6cbf;--link:#0b5394}
.top{display:flex;justify-content:space-between;flex-wrap:wrap;gap:.5rem;align-items:center;padding:.6rem 1rem;border-bottom:1px solid #dee2e6;box-shadow:0 2px 4px rgba(0,0,0,.06)}
.top .site{font-weight:700;color:#1d2125;text-decoration:none;font-size:1.1rem}
.layout{display:flex;flex-direction:column;min-height:100vh}
.side{display:none}
.main{width:100%;max-width:75rem;margin:0 auto;padding:1rem}
.course-menu ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;border-bottom:1px solid #dee2e6;margin-bottom:1rem}
.course-menu a{display:block;padding:.5rem 0;text-decoration:none;color:#1d2125}
.course-menu a[aria-current]{border-bottom:3px solid var(--accent);font-weight:600}
.activity{border:1px solid #dee2e6;border-radius:8px;padding:1rem;margin:0 0 .75rem}
`;

// A dark column at the left, a course menu beside the content.
const canvas = `
:root{--accent:#0a6e8a;--link:#0a5c73}
.layout{display:grid;grid-template:'note note' auto 'side top' auto 'side main' minmax(0,1fr)/4.75rem minmax(0,1fr);min-height:100vh}
.simulated{grid-area:note}
.side{grid-area:side;background:#2d3b45;color:#fff;padding:1rem .25rem;font-size:.75rem;text-align:center}
.side a{display:block;color:#fff;text-decoration:none;padding:.75rem 0}
.top{grid-area:top;display:flex;justify-content:space-between;flex-wrap:wrap;gap:.5rem;align-items:center;padding:.75rem 1.5rem;border-bottom:1px solid #c7cdd1}
.top .site{color:#2d3b45;font-weight:600;text-decoration:none;font-size:1.1rem}
.main{grid-area:main;padding:1rem 1.5rem;width:100%;max-width:85rem}
.with-menu{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:1.5rem}
.course-menu a{display:block;padding:.4rem .5rem;text-decoration:none;border-left:3px solid transparent}
.course-menu a[aria-current]{border-left-color:#2d3b45;color:#2d3b45;font-weight:600}
.activity{border:1px solid #c7cdd1;border-left:4px solid #0b874b;padding:1rem;margin:0 0 .5rem}
@media (min-width:761px){
 .fills-window .with-menu{display:grid;grid-template-rows:minmax(0,1fr)}
}
@media (max-width:760px){
 .layout{display:block}
 .side{padding:.25rem 1rem;display:flex;gap:1.25rem}
 .side a{padding:.35rem 0}
 .top,.main{padding-left:1rem;padding-right:1rem}
 .with-menu{display:block}
 .course-menu ul{display:flex;flex-wrap:wrap;gap:0 .75rem;margin-bottom:1rem}
}
`;

/** The style sheet of a product's pages; in the spirit of each, with nobody's logo. */
export const styles = { moodle: shared + moodle, canvas: shared + canvas } as const;

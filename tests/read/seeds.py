"""One small document of each format, for the hostile tests and the fuzz program."""

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"
xml:id="line1"><teiHeader><fileDesc><titleStmt>
<title>The Line, volume I</title></titleStmt></fileDesc></teiHeader>
<text><front><div type="section" xml:id="persons"><head>Persons</head><list>
<item><hi>
<persName xml:id="p_VA1">Varga, Anton</persName>,</hi> President of Norland</item>
<item><persName xml:id="p_OI1">Osk, Ilse</persName>, Chancellor of Sudmark until 1959</item>
</list></div></front>
<body><div type="compilation"><head>The first letters</head><pb n="11"/>
<div type="document" xml:id="d1" n="1"><head>1. Letter From the Director of the Line
(<persName type="from"
corresp="#p_VA1">Varga</persName>) to Chancellor
<persName type="to" corresp="#p_OI1">Osk</persName><note n="1" type="source">Source: Line Archive,
Box 3.</note></head>
<opener><dateline><placeName><hi>Norhaven</hi>
</placeName>, <date when="1958-03-04T19:00:00Z">March 4, 1958, 7 p.m.</date></dateline>
<salute>Dear Chancellor:</salute></opener>
<p>We propose a <pb n="12"/>line between our
capitals.<note n="2">See <ref target="#d2">Document 2</ref>.</note> <persName
corresp="#p_OI1">Frau
Osk</persName> agreed &amp; waited.</p>
<quote rend="blockquote">No line, no peace.</quote>
<table><row><cell>a</cell><cell/><cell><p>c</p></cell></row></table>
<closer><salute>Sincerely,</salute><signed>
<persName corresp="#p_VA1">Anton Varga</persName></signed></closer>
<frus:attachment><head>Draft</head><p>Inner <gap reason="illegible"
quantity="2" unit="words"/> text.</p></frus:attachment></div>
<div type="document" xml:id="d2" n="2"><head>2. Note</head><p>One <choice><sic>teh</sic>
<corr>the</corr></choice> <del>gone</del> <supplied>given</supplied>.</p></div>
</div></body></text></TEI>
"""

HTML = """<!doctype html><html><head><meta charset="utf-8"><title>Site</title>
<style>p{}</style></head>
<body><nav>Home Letters About</nav><header class="site-header">The Site</header>
<main><h1>A letter from Norhaven</h1><p>Norhaven, 4&nbsp;March<br>1958</p>
<p>We propose a line.<sup><a href="#fn1" id="r1">1</a></sup> It is &lt;short&gt;.</p>
<blockquote><p>No line, no peace.</p></blockquote><ul><li>one</li><li>two</li></ul>
<table><tr><td>a</td><td></td><td>c</td></tr></table></main>
<section class="footnotes"><ol><li id="fn1"><p>Source: Line
Archive. <a href="#r1">↩</a></p></li></ol>
</section><footer>All rights</footer><script>alert("no")</script></body></html>
"""

MARKDOWN = """---
from: Anton Varga
to: [Ilse Osk, The Council]
date: 1958-03-04
place: Norhaven
type: letter
---
# The line

We propose a line.[^1]

Second head
-----------

[^1]: Source: Line Archive.
"""

PLAIN = "Norhaven, 4 March 1958\n\nDear Chancellor:\n\nWe propose a line.\n\nAnton Varga\n"

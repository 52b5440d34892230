import html
print(html.escape("<a href=\"x\">'&</a>"), html.escape("\"'", quote=False), html.unescape("&lt;b&gt; &amp; &quot;q&quot; &#39; &#x41; &eacute; &copy; &nbsp;| &notanentity; &amp"))

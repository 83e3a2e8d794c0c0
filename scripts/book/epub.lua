-- What the EPUB needs beyond what pandoc writes.

-- Footnotes stand in the text as spans
function Span(span)
  if span.classes:includes('note') then return pandoc.Note({pandoc.Para(span.content)}) end
end

-- Pages are divisions, in which pandoc would not see where to begin a new file
function Div(div)
  if #div.classes == 0 and div.identifier == '' then return div.content end
end

-- Pandoc writes a large slash as MathML that is not allowed
function Math(math)
  math.text = math.text:gsub('\\[bB]igg?%s*/', '/')
  return math
end

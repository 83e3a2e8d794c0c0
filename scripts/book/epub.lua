-- What the EPUB needs beyond what pandoc writes.

-- Footnotes stand in the text as spans
function Span(span)
  if span.classes:includes('note') then return pandoc.Note({pandoc.Para(span.content)}) end
end

local BOXES = {admonition = true, still = true, facts = true, tab = true, question = true, answer = true}

-- Pages and cells are divisions, in which pandoc would not see where to begin a new file
function Div(div)
  for _, class in ipairs(div.classes) do
    if BOXES[class] then return end
  end
  if div.identifier == '' then return div.content end
  div.content:insert(1, pandoc.Plain({pandoc.Span({}, pandoc.Attr(div.identifier))}))
  return div.content
end

-- Pandoc writes a large slash as MathML that is not allowed
function Math(math)
  math.text = math.text:gsub('\\[bB]igg?%s*/', '/')
  return math
end

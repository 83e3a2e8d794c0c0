-- Footnotes stand in the text as spans; here they become pandoc's own.

function Span(span)
  if span.classes:includes('note') then return pandoc.Note({pandoc.Para(span.content)}) end
end

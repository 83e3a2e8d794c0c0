-- What the book's Typst needs beyond what pandoc writes: text alternatives of pictures and formulas,
-- real footnotes, addresses on paper, boxes. The functions it calls are defined in book.typ.

local function quote(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('\n', ' ') .. '"'
end

local function typst(text) return pandoc.RawInline('typst', text) end

local function wrap(before, blocks, after)
  local all = pandoc.Blocks({pandoc.RawBlock('typst', before)})
  all:extend(blocks)
  all:insert(pandoc.RawBlock('typst', after))
  return all
end

local function has(element, class) return element.classes:includes(class) end

-- Formulas carry their TeX, which a screen reader reads
function Math(math)
  local text = pandoc.write(pandoc.Pandoc({pandoc.Plain({math})}), 'typst'):gsub('%s+$', '')
  return typst('#formula(' .. quote(math.text) .. ', ' .. text .. ')')
end

function Image(image)
  local alt = image.attributes.alt or pandoc.utils.stringify(image.caption)
  local width = image.attributes.width
  local arguments = quote(image.src) .. ', alt: ' .. quote(alt)
  if width then arguments = arguments .. ', width: ' .. width end
  return typst('#picture(' .. arguments .. ')')
end

-- The address as paper shows it: letters instead of bytes, and with places at which a line may end
local function shown(address)
  local letters = address:gsub('%%([89A-F]%x)', function(byte) return string.char(tonumber(byte, 16)) end)
  if utf8.len(letters) then address = letters end
  address = address:gsub('^%a+:/*', ''):gsub('^www%.', ''):gsub('/$', '')
  return (address:gsub('[?&=_]', '%0\u{200b}'))
end

function Link(link)
  local text = pandoc.utils.stringify(link.content)
  if link.target:sub(1, 1) == '#' then
    local target = quote(link.target:sub(2)) .. ')['
    local call = '#go(' .. target
    for _, class in ipairs(link.classes) do
      if class:sub(1, 5) == 'term-' then call = '#term(' .. quote(class:sub(6)) .. ', ' .. target end
    end
    local all = pandoc.Inlines({typst(call)})
    all:extend(link.content)
    all:insert(typst(']'))
    return all
  end
  if link.target:match('^%a+:') then
    local name = 'weblink'
    local verb, beginning = text:match('^(%S+ )(%S+)$')
    if not beginning then verb, beginning = '', text end
    beginning = shown(beginning):gsub('…$', '')
    if beginning ~= '' and shown(link.target):sub(1, #beginning) == beginning then
      name = 'address'
      link.content = pandoc.Inlines({pandoc.Str(verb .. shown(link.target))})
    end
    local all = pandoc.Inlines({typst('#' .. name .. '(' .. quote(link.target) .. ', ' .. quote(shown(link.target)) .. ')[')})
    all:extend(link.content)
    all:insert(typst(']'))
    return all
  end
  return link.content
end

function Span(span)
  if has(span, 'note') then
    local all = pandoc.Inlines({typst('#note[')})
    all:extend(span.content)
    all:insert(typst(']'))
    return all
  end
  if span.attributes.lang and span.attributes.lang:sub(1, 2) ~= '' then
    local all = pandoc.Inlines({typst('#text(lang: ' .. quote(span.attributes.lang:sub(1, 2)) .. ')[')})
    all:extend(span.content)
    all:insert(typst(']'))
    return all
  end
  if span.identifier ~= '' and #span.content == 0 then
    return typst('#anchor() <' .. span.identifier .. '>')
  end
end

local function code_string(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('\n', '\\n') .. '"'
end

-- What is short stays whole on a page. (It also spares Typst from setting it anew for each height
-- that is left on a page, which takes memory.)
function CodeBlock(code)
  local name, language = code.classes[1], ''
  local _, lines = code.text:gsub('\n', '')
  if name ~= 'output' then name, language = 'listing', 'lang: ' .. quote(name) .. ', ' end
  local raw = 'raw(block: true, ' .. language .. code_string(code.text) .. ')'
  local arguments = raw .. (lines > 24 and '' or ', breakable: false')
  return pandoc.RawBlock('typst', '#' .. name .. '(' .. arguments .. ')')
end

function Table(table)
  local rows = 0
  for _, body in ipairs(table.bodies) do rows = rows + #body.body end
  if rows > 10 or #pandoc.utils.stringify(table) > 800 then return wrap('#long-table[', {table}, ']') end
end

function Div(div)
  local label = div.identifier ~= '' and (' <' .. div.identifier .. '>') or ''
  for _, name in ipairs({'admonition', 'question', 'answer', 'still', 'tab', 'answers', 'facts'}) do
    if has(div, name) then
      local long = #pandoc.utils.stringify(div) > 1200
      local how = name == 'admonition' and not long and '(breakable: false)' or ''
      return wrap('#' .. name .. how .. '[', div.content, ']' .. label)
    end
  end
  if has(div, 'admonition-title') then return div.content end
  if label ~= '' then
    local all = pandoc.Blocks({pandoc.RawBlock('typst', '#anchor()' .. label)})
    all:extend(div.content)
    return all
  end
  return div.content
end

function Header(header)
  for _, name in ipairs({'minor', 'silent'}) do
    if has(header, name) then
      local call = '#' .. name .. '(' .. header.level .. ')['
      return wrap(call, {pandoc.Plain(header.content)}, '] <' .. header.identifier .. '>')
    end
  end
end

function Figure(figure)
  return wrap('#plate(caption: [', figure.caption.long, '])[') .. figure.content .. pandoc.Blocks({pandoc.RawBlock('typst', ']')})
end

-- Runs inside Neovim, started with the recipe of docs/editors.md: uses its own language client as a person would, and
-- prints "ok NAME" or "not ok NAME: WHY" for each thing, then "done". Then it waits to be killed.

local drafts = vim.env.PROPOSALS_DRAFTS
local nothing_here = vim.env.PROPOSALS_NOTHING_HERE

local function say(line)
  io.stdout:write(line .. '\n')
  io.stdout:flush()
end

--- Waits until `ask` returns something, and returns that. Neovim gives no sign when an answer has arrived.
local function wait_for(what, ask)
  local running = coroutine.running()
  local last = vim.loop.now() + 20000
  local function try()
    local answer = ask()
    if answer then
      coroutine.resume(running, answer)
    elseif vim.loop.now() > last then
      coroutine.resume(running, nil)
    else
      vim.defer_fn(try, 10)
    end
  end
  vim.defer_fn(try, 1)
  return coroutine.yield() or error('waited in vain for ' .. what, 0)
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n')
end

--- Moves the caret to the first `words` that stand behind `after`.
local function go_to(after, words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. after, 'cW') > 0, after)
  assert(words == nil or vim.fn.search('\\V' .. words, 'W') > 0, words)
end

local function expect(good, told)
  if not good then error(told, 0) end
end

local sample = '#### Sample traces for workshops'

local tests = {
  {
    'findings',
    function()
      -- The term is over, so that this is an error only by the settings of the recipe.
      local missing = wait_for('an error', function()
        for _, each in ipairs(vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })) do
          local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, false)[1]
          if each.code == 'missing-field' and line == sample then return each end
        end
      end)
      expect(missing.source == 'mentorship-proposals', vim.inspect(missing))
    end,
  },
  {
    'hover',
    function()
      go_to('### Harbor', '@grace-sample')
      vim.lsp.buf.hover()
      local window = wait_for('a floating window', function()
        for _, each in ipairs(vim.api.nvim_list_wins()) do
          if vim.api.nvim_win_get_config(each).relative ~= '' then return each end
        end
      end)
      local text = text_of(vim.api.nvim_win_get_buf(window))
      vim.api.nvim_win_close(window, true)
      expect(text:find('Grace Sample', 1, true) and text:find('2026', 1, true), text)
    end,
  },
  {
    'completion',
    function()
      vim.o.completeopt = 'menuone'
      go_to(sample, 'ada@example.org)')
      -- Nothing may be asked again and again here: in this mode Neovim 0.7 types a letter for each timer.
      local running = coroutine.running()
      vim.api.nvim_create_autocmd('CompleteChanged', {
        once = true,
        callback = function() vim.api.nvim_input('<C-y><Esc>') end,
      })
      local left = vim.schedule_wrap(function() coroutine.resume(running) end)
      vim.api.nvim_create_autocmd('InsertLeave', { once = true, callback = left })
      vim.fn.append('.', '  - Tim')
      vim.api.nvim_input('jA<C-x><C-o>')
      coroutine.yield()
      local line = vim.api.nvim_get_current_line()
      vim.cmd('silent delete')
      expect(line == '  - Tim Muster (@tim-muster, tim@example.org)', line)
    end,
  },
  {
    'code action',
    function()
      local offered = {}
      vim.ui.select = function(items, options, choose)
        for _, item in ipairs(items) do
          local title = options.format_item(item)
          table.insert(offered, title)
          if title:find('^Insert') then return choose(item) end
        end
        choose(nil)
      end
      -- At the start of the line, which is not a part of the finding.
      go_to(sample)
      vim.lsp.buf.code_action()
      local proposal = wait_for('an edit', function()
        local text = text_of()
        local own = text:sub(text:find(sample, 1, true), text:find('### Prometheus', 1, true))
        return own:find('Recommended Skills', 1, true) and own
      end)
      expect(proposal:find('\n- Recommended Skills:', 1, true), vim.inspect(offered) .. proposal)
    end,
  },
  {
    'references',
    function()
      go_to('### Harbor', 'grace-sample')
      vim.lsp.buf.references()
      local entries = wait_for('the quickfix list', function()
        local list = vim.fn.getqflist()
        return #list > 0 and list
      end)
      local files = {}
      for _, each in ipairs(entries) do files[vim.fn.bufname(each.bufnr)] = true end
      vim.cmd('cclose')
      expect(#entries == 5 and vim.tbl_count(files) == 3, vim.inspect(entries))
    end,
  },
  {
    'refused rename',
    function()
      -- A sentence that is longer than the window would wait for Enter.
      vim.o.columns, vim.o.cmdheight = 400, 4
      local function refusal(after, words, why)
        local before = text_of()
        vim.cmd('messages clear')
        go_to(after, words)
        vim.lsp.buf.rename('other')
        wait_for('the sentence on ' .. words, function() return vim.fn.execute('messages'):find(why, 1, true) end)
        expect(text_of() == before, 'the text has changed')
      end
      refusal('### Harbor', 'Grace Sample', 'Place the cursor on the handle or e-mail of the mentor.')
      refusal('### Harbor', 'replication job', nothing_here)
    end,
  },
  {
    'rename',
    function()
      local before = text_of()
      go_to('### Harbor', 'grace-sample')
      vim.lsp.buf.rename('grace-new')
      wait_for('the new handle', function() return text_of():find('@grace-new', 1, true) end)
      local wanted = before:gsub('@grace%-sample', '@grace-new')
      expect(text_of() == wanted, text_of())
      local changed = 0
      for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
        local isFile = vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].buftype == ''
        local text = isFile and text_of(buffer) or ''
        expect(not text:find('@grace-sample', 1, true), vim.fn.bufname(buffer))
        if text:find('@grace-new', 1, true) then changed = changed + 1 end
      end
      expect(changed == 3, changed .. ' files')
    end,
  },
}

local function run()
  vim.cmd('edit ' .. drafts)
  for _, test in ipairs(tests) do
    local good, why = pcall(test[2])
    say(good and 'ok ' .. test[1] or 'not ok ' .. test[1] .. ': ' .. tostring(why):gsub('\n', '\\n'))
  end
  say('done')
end

coroutine.wrap(run)()

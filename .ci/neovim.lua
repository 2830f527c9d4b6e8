-- `newsfacts lsp` in Neovim, without a screen: nvim --headless --clean -l (0.9) or -S .ci/neovim.lua; NEWSFACTS names the program.
-- Opens a draft, waits for its diagnostic, puts the suggestion, and waits until nothing is wrong any more.
local function fail(words)
  io.stderr:write("neovim: " .. words .. "\n")
  vim.cmd("cquit 1")
end

local draft = vim.fn.tempname() .. ".md"
vim.fn.writefile({ "# Cork", "", "Exports of cork rose 93% to $830 million in 2024 from $596 million in 2023, the ministry said." }, draft)
vim.cmd("edit " .. draft)
local client = vim.lsp.start_client({ name = "newsfacts", cmd = { vim.env.NEWSFACTS, "lsp" }, root_dir = vim.fn.fnamemodify(draft, ":h") })
if not client then return fail("the server does not start") end
vim.lsp.buf_attach_client(0, client)

local shown = function(count) return vim.wait(10000, function() return #vim.diagnostic.get(0) == count end, 20) end
if not shown(1) then return fail("no diagnostic is shown") end
local diagnostic = vim.diagnostic.get(0)[1]
print(string.format("%d:%d %s", diagnostic.lnum + 1, diagnostic.col + 1, diagnostic.message))
if diagnostic.lnum ~= 2 or diagnostic.col ~= 21 then return fail("the diagnostic is in another place") end

vim.api.nvim_win_set_cursor(0, { 3, 22 })
local position = vim.lsp.util.make_position_params(0, "utf-16")
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", position, 5000)[client].result
print(hover.contents.value)
local range = vim.lsp.util.make_range_params(0, "utf-16")
range.context = { diagnostics = {} }
local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", range, 5000)[client].result
print(actions[1].title)
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
if not shown(0) then return fail("the suggestion does not help") end
print(vim.api.nvim_buf_get_lines(0, 2, 3, false)[1])
vim.cmd("qall!")

;;; lsp-mode.el --- The tests of emacs.el with lsp-mode  -*- lexical-binding: t -*-

(require 'lsp-diagnostics)

(require 'company)

;; Otherwise it asks whether the folder is a project.
(setq lsp-auto-guess-root t)

(proposals-run
 :start
 (lambda ()
   (proposals-wait-for "the server" (lambda () (lsp-feature? "textDocument/hover"))))
 :errors-on-line
 (lambda (line)
   (cl-loop for each in (flymake-diagnostics)
            when (and (eq (flymake-diagnostic-type each) :error)
                      (= line (line-number-at-pos (flymake-diagnostic-beg each))))
            collect (flymake-diagnostic-text each)))
 :hover #'lsp-describe-thing-at-point
 :hover-text
 (lambda ()
   (when-let ((buffer (get-buffer "*lsp-help*")))
     (with-current-buffer buffer (buffer-substring-no-properties (point-min) (point-max)))))
 :complete
 (lambda ()
   (company-manual-begin)
   (proposals-wait-for "the list" (lambda () company-candidates))
   (company-complete-selection))
 :code-action (lambda () (call-interactively #'lsp-execute-code-action))
 :references (lambda () (lsp-find-references t))
 :rename #'lsp-rename)

;;; lsp-mode.el ends here

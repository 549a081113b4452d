;;; eglot.el --- The tests of emacs.el with Eglot  -*- lexical-binding: t -*-

(require 'flymake)

(proposals-run
 ;; Eglot connects when a command has ended, and there are none in a batch.
 :start (lambda () (run-hooks 'post-command-hook))
 :errors-on-line
 (lambda (line)
   (cl-loop for each in (flymake-diagnostics)
            when (and (eq (flymake-diagnostic-type each) 'eglot-error)
                      (= line (line-number-at-pos (flymake-diagnostic-beg each))))
            collect (flymake-diagnostic-text each)))
 :hover #'eldoc-print-current-symbol-info
 :hover-text
 (lambda ()
   (save-window-excursion (ignore-errors (eldoc-doc-buffer)))
   (when-let ((buffer (get-buffer "*eldoc*")))
     (with-current-buffer buffer (buffer-substring-no-properties (point-min) (point-max)))))
 :complete #'completion-at-point
 ;; As from the keyboard: a mouse would get a menu.
 :code-action (lambda () (setq last-nonmenu-event ?a) (eglot-code-actions (point) (point) nil t))
 :references (lambda () (call-interactively #'xref-find-references))
 :rename #'eglot-rename)

;;; eglot.el ends here

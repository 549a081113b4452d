;;; emacs.el --- What both language clients of Emacs have to show  -*- lexical-binding: t -*-

;; Emacs is started with a recipe of docs/editors.md and the tests of one client.  Prints "ok NAME" or "not ok NAME: WHY"
;; for each test, then "done".  Then it waits to be killed.

(require 'cl-lib)
(require 'seq)
(require 'xref)

(defconst proposals-sample "#### Sample traces for workshops")
(defconst proposals-nothing-here (getenv "PROPOSALS_NOTHING_HERE"))

;; A person is asked before files are changed that are not open.
(defalias 'y-or-n-p #'always)

(defun proposals-say (line)
  (princ (concat (string-replace "\n" "\\n" line) "\n") #'external-debugging-output))

(defun proposals-wait-for (what ask)
  "Wait until ASK returns something, and return that.  WHAT is told if it never does."
  (let ((end (+ (float-time) 20)) answer)
    (while (not (setq answer (funcall ask)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.01))
    answer))

(defun proposals-go-to (after &optional words)
  "Move to the first WORDS that stand behind AFTER."
  (goto-char (point-min))
  (search-forward after)
  (if words (search-forward words))
  (goto-char (match-beginning 0))
  (forward-char 1))

(defun proposals-expect (good told)
  (unless good (error "%s" told)))

(defun proposals-file-texts ()
  "The texts of all files that are open."
  (cl-loop for buffer in (buffer-list)
           when (buffer-file-name buffer)
           collect (with-current-buffer buffer (buffer-substring-no-properties (point-min) (point-max)))))

(defun proposals-test (name act)
  (condition-case why
      (progn (funcall act) (proposals-say (concat "ok " name)))
    (error (proposals-say (format "not ok %s: %s" name (error-message-string why))))))

(defun proposals-choose (wanted)
  "What completes in the minibuffer: takes the first candidate that begins with WANTED."
  (lambda (_prompt collection &rest _)
    (or (seq-find (lambda (each) (string-prefix-p wanted each)) (all-completions "" collection))
        (error "Not offered: %S" (all-completions "" collection)))))

(cl-defun proposals-run (&key start errors-on-line hover hover-text complete code-action references rename)
  "Run all tests with what a client calls these things.
Each is a function: START connects, ERRORS-ON-LINE returns the messages of errors on a line, HOVER-TEXT returns what the
last HOVER shows or nil, and the others do what a person asks for at point."
  (find-file (getenv "PROPOSALS_DRAFTS"))
  (funcall start)
  (proposals-test
   "findings"
   ;; The term is over, so that this is an error only by the settings of the recipe.
   (lambda ()
     (proposals-go-to proposals-sample)
     (let* ((line (line-number-at-pos))
            (told (string-join (proposals-wait-for "an error" (lambda () (funcall errors-on-line line))) "\n")))
       (proposals-expect (string-search "\"Recommended Skills\" is missing." told) told))))
  (proposals-test
   "hover"
   (lambda ()
     (proposals-go-to "### Harbor" "@grace-sample")
     (funcall hover)
     (let ((text (proposals-wait-for "a hover" hover-text)))
       (proposals-expect (and (string-search "Grace Sample" text) (string-search "2026" text)) text))))
  (proposals-test
   "completion"
   (lambda ()
     (proposals-go-to proposals-sample "ada@example.org)")
     (end-of-line)
     (insert "\n  - Tim")
     (funcall complete)
     (let ((line (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
       (delete-region (1- (line-beginning-position)) (line-end-position))
       (proposals-expect (equal line "  - Tim Muster (@tim-muster, tim@example.org)") line))))
  (proposals-test
   "code action"
   (lambda ()
     (proposals-go-to "#### Sample" "traces")
     (let ((completing-read-function (proposals-choose "Insert all missing fields"))) (funcall code-action))
     (proposals-go-to proposals-sample)
     (let ((proposal (buffer-substring-no-properties (point) (save-excursion (search-forward "### Prometheus")))))
       (proposals-expect (string-search "\n- Recommended Skills:" proposal) proposal)
       ;; A client may tell of changes only when a person pauses or saves.
       (save-buffer))))
  (proposals-test
   "references"
   (lambda ()
     (proposals-go-to "### Harbor" "grace-sample")
     (save-window-excursion (funcall references))
     (let* ((text (with-current-buffer "*xref*" (buffer-substring-no-properties (point-min) (point-max))))
            (lines (split-string text "\n" t)))
       (proposals-expect (equal (list 3 5) (list (seq-count (lambda (each) (string-search ".md" each)) lines)
                                                 (seq-count (lambda (each) (string-search "Grace Sample" each)) lines)))
                         text))))
  (proposals-test
   "refused rename"
   (lambda ()
     (cl-loop for (words why) in `(("Grace Sample" "Place the cursor on the handle or e-mail of the mentor.")
                                   ("replication job" ,proposals-nothing-here))
              do (proposals-go-to "### Harbor" words)
              do (let* ((before (buffer-string))
                        (told (condition-case refusal (progn (funcall rename "other") "nothing")
                                (error (error-message-string refusal)))))
                   (proposals-expect (string-search why told) told)
                   (proposals-expect (equal before (buffer-string)) "The text has changed")))))
  (proposals-test
   "rename"
   (lambda ()
     (proposals-go-to "### Harbor" "grace-sample")
     (let ((wanted (string-replace "@grace-sample" "@grace-new" (buffer-substring-no-properties (point-min) (point-max)))))
       (funcall rename "grace-new")
       (proposals-expect (equal wanted (buffer-substring-no-properties (point-min) (point-max))) (buffer-string)))
     (let ((texts (proposals-file-texts)))
       (proposals-expect (= 3 (seq-count (lambda (each) (string-search "@grace-new" each)) texts)) "Not three files")
       (proposals-expect (= 0 (seq-count (lambda (each) (string-search "@grace-sample" each)) texts)) "Old ones are left"))))
  (proposals-say "done")
  (while t (accept-process-output nil 60)))

;;; emacs.el ends here

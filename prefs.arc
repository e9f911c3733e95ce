# Pages reach the browser as they will from AWS: without a reload script of the sandbox.
@sandbox
livereload false

@aws
timeout 30
memory 512
policies
  read-settings
  keep-running
  start-cycle
  read-spending

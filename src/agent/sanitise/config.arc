@aws
timeout 110
memory 512
policies
  read-work
  write-signals
  spend
  read-model-secret

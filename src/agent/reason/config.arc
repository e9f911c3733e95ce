@aws
timeout 110
memory 512
policies
  read-work
  write-matters
  spend
  read-model-secret
